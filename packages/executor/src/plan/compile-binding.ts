import {
  isComponentKind,
  isInputList,
  isObjectInput,
  kindFits,
  literalOf,
  ownValue,
  parseAddress,
  Problem,
  type FlowNode,
  type FlowPort,
  type Input,
  type InputPort,
  type Kind,
} from '@jacquard/flow';
import { definitionOf, portsOf, type Compilation, type Level } from './compilation.ts';
import type { Binding, External, PortBinding, Recipe } from './plan.ts';

const any: Kind = { kind: 'any' };

/** Where the inputs of a node come from, by port; ports of which nothing is known are left out. */
export function compileInputs(compilation: Compilation, level: Level, id: string, node: FlowNode): PortBinding[] {
  const { descriptor } = compilation.registry.definition(node.type) ?? {};
  const bindings: PortBinding[] = [];
  for (const [name, port] of Object.entries(portsOf(compilation, id).inputs)) {
    const binding = compileInput(compilation, level, ownValue(node.inputs, name), port);
    const isExtra = descriptor !== undefined && !Object.hasOwn(descriptor.inputs, name);
    if (binding === undefined && port.default === undefined) continue;
    bindings.push({
      port: name,
      binding: binding ?? { how: 'literal', value: port.default ?? null },
      fallback: port.default,
      isRequired: port.optional !== true && port.default === undefined,
      isExtra,
    });
  }
  return bindings;
}

/** Undefined when the document holds nothing for the port. */
export function compileInput(
  compilation: Compilation,
  level: Level,
  input: Input | undefined,
  port: Pick<InputPort, 'kind' | 'secret'>,
): Binding | undefined {
  if (input === undefined || (input === null && !takesNull(port.kind))) return undefined;
  if (port.secret === true && typeof input === 'string') {
    return externalBinding(compilation, { what: 'secret', name: input });
  }
  return compileValue(compilation, level, input, port.kind);
}

function compileValue(compilation: Compilation, level: Level, input: Input, kind: Kind): Binding {
  const literal = literalOf(input);
  if (literal !== undefined) {
    const isOne = kind.kind === 'list' && !Array.isArray(literal);
    return { how: 'literal', value: isOne ? [literal] : literal };
  }
  if (isInputList(input)) {
    const item = kind.kind === 'list' ? kind.of : any;
    return { how: 'list', items: input.map((one) => compileValue(compilation, level, one, item)) };
  }
  if (!isObjectInput(input)) return { how: 'literal', value: input };
  if ('from' in input) return compileWire(compilation, level, input.from, kind);
  if ('secret' in input) return externalBinding(compilation, { what: 'secret', name: input.secret });
  if ('setting' in input) {
    return externalBinding(compilation, { what: 'setting', name: input.setting, fallback: input.default });
  }
  if ('file' in input) {
    return externalBinding(compilation, { what: 'file', flow: compilation.flowId, reference: input });
  }
  return { how: 'literal', value: null };
}

/** The default of a flow's input that is looked up as the run begins; undefined for any other. */
export function compileDefault(compilation: Compilation, { defaultFrom }: FlowPort): number | undefined {
  if (defaultFrom === undefined) return undefined;
  return 'file' in defaultFrom
    ? compilation.externals.push({ what: 'file', flow: compilation.flowId, reference: defaultFrom }) - 1
    : compilation.externals.push({ what: 'setting', name: defaultFrom.setting, fallback: defaultFrom.default }) - 1;
}

function externalBinding({ externals }: Compilation, external: External): Binding {
  return { how: 'external', external: externals.push(external) - 1 };
}

/** A wire: to a component's recipe, to an input of the flow, to a scope's own port or to a node's output. */
function compileWire(compilation: Compilation, level: Level, address: string, kind: Kind): Binding {
  const { node: id, port } = parseAddress(address);
  const node = compilation.placed.get(id)?.node;
  const role = node && compilation.registry.definition(node.type)?.descriptor.role;
  if (node !== undefined && role === 'component') {
    return { how: 'component', recipe: compileRecipe(compilation, level, id, node) };
  }
  const place = role === 'flow-input' ? inputPlace(level, id) : findPlace(level, id, port);
  if (place === undefined) throw new Problem('wire-without-source', { address });
  const ports = portsOf(compilation, id);
  const isInner = place.index < 0 && role !== 'flow-input';
  const source = (isInner ? ports.inner : ports.outputs)[port]?.kind ?? any;
  const isConverted = !isComponentKind(source) && kindFits(source, kind).fit === 'converted';
  return { how: 'source', ...place, ...(isConverted && { convert: { source, target: kind } }) };
}

interface Place {
  readonly up: number;
  readonly index: number;
  readonly port: string;
}

function findPlace(level: Level, id: string, port: string): Place | undefined {
  let up = 0;
  for (let at: Level | undefined = level; at !== undefined; at = at.outer, up += 1) {
    if (at.id === id) return { up, index: -1, port };
    const index = at.places.get(id);
    if (index !== undefined) return { up, index, port };
  }
  return undefined;
}

/** The flow's inputs are ports of its outermost frame, named by the ids of the input nodes. */
function inputPlace(level: Level, id: string): Place {
  let up = 0;
  for (let at = level.outer; at !== undefined; at = at.outer) up += 1;
  return { up, index: -1, port: id };
}

function takesNull(kind: Kind): boolean {
  return kind.kind === 'json' || kind.kind === 'any' || kind.kind === 'variable';
}

/** The recipe of a component node; one for all steps that it is wired to. */
function compileRecipe(compilation: Compilation, level: Level, id: string, node: FlowNode): Recipe {
  const known = compilation.recipes.get(id);
  if (known !== undefined) return known;
  const definition = definitionOf(compilation, node);
  const recipe: Recipe = {
    node: id,
    type: node.type,
    version: definition.descriptor.version,
    definition,
    inputs: compileInputs(compilation, level, id, node),
    isDisabled: node.disabled === true,
  };
  compilation.recipes.set(id, recipe);
  return recipe;
}
