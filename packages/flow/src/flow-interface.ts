import { parseAddress } from './address.ts';
import type { Descriptor, Descriptors } from './descriptor.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import type { FlowInterface, FlowPort } from './flow-port.ts';
import { flowPorts } from './flow-ports.ts';
import { externalOf, literalOf, wireOf } from './input-form.ts';
import type { Input } from './input.ts';
import { embedSchema } from './interface/embed-schema.ts';
import type { JsonSchema, JsonValue } from './json.ts';
import { kindJsonSchema, tableRowsSchema } from './kind-json-schema.ts';
import type { Kind } from './kind.ts';
import type { NodePorts, PortsContext } from './node-ports.ts';
import { flowOverrides } from './overrides/flow-overrides.ts';
import { ownValue } from './own-value.ts';

/**
 * The interface of a flow: its enabled `io` nodes at the top, and the inputs of nodes that callers may set. It is what the chat
 * panel and the run form ask for, what a sub-flow's ports are made of, and what the API documents.
 */
export function flowInterface(
  flow: FlowDocument,
  descriptors: Descriptors,
  context: PortsContext = {},
  ports: ReadonlyMap<string, NodePorts> = flowPorts(flow, descriptors, context),
): FlowInterface {
  const inputs: FlowPort[] = [];
  const outputs: FlowPort[] = [];
  for (const [id, node] of Object.entries(flow.nodes)) {
    const descriptor = descriptors.get(node.type);
    const resolved = ports.get(id);
    if (descriptor === undefined || resolved === undefined || node.disabled === true) continue;
    if (descriptor.role === 'flow-input') {
      const [port, output] = Object.entries(resolved.outputs)[0] ?? [];
      if (port !== undefined && output) inputs.push(flowPort(id, node, descriptor, port, output.kind));
    }
    if (descriptor.role === 'flow-output') {
      const [port, input] = Object.entries(resolved.inputs)[0] ?? [];
      if (port !== undefined && input) {
        const kind = outputKind(input.kind, ownValue(node.inputs, port), ports);
        outputs.push(flowPort(id, node, descriptor, port, kind));
      }
    }
  }
  return { inputs, outputs, overrides: flowOverrides(flow, descriptors, ports) };
}

function flowPort(id: string, node: FlowNode, descriptor: Descriptor, port: string, kind: Kind): FlowPort {
  const literal = (name: string): JsonValue | undefined =>
    literalOf(ownValue(node.inputs, name)) ?? ownValue(descriptor.inputs, name)?.default;
  const words = (name: string): string | undefined => {
    const value = literal(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const title = words('label') ?? node.title;
  const help = words('help');
  const fallback = descriptor.role === 'flow-input' ? literal('default') : undefined;
  const external = descriptor.role === 'flow-input' ? externalOf(ownValue(node.inputs, 'default')) : undefined;
  const offered = literal('suggestions');
  const suggestions = Array.isArray(offered) ? offered.filter((item) => typeof item === 'string' && item !== '') : [];
  const example = exampleOf(literal('example'));
  const examples = [...(example === undefined ? [] : [example]), ...suggestions.filter((one) => one !== example)];
  return {
    id,
    ...(title !== undefined && { title }),
    ...(help !== undefined && { help }),
    kind,
    port,
    type: node.type,
    optional:
      descriptor.role === 'flow-input' &&
      (fallback !== undefined || external !== undefined || literal('optional') === true),
    ...(fallback !== undefined && { default: fallback }),
    ...(external && { defaultFrom: external }),
    schema: {
      ...kindJsonSchema(kind),
      ...(kind.kind === 'number' && numberBounds(literal('min'), literal('max'))),
      ...(title !== undefined && { title }),
      ...(help !== undefined && { description: help }),
      ...(fallback !== undefined && { default: fallback }),
      ...(examples.length > 0 && { examples }),
    },
    ...(example !== undefined && { example }),
    ...(suggestions.length > 0 && { suggestions: suggestions.map(String) }),
  };
}

/** Of JSON, what is wired to it is known better than that it is JSON. */
function outputKind(kind: Kind, input: Input | undefined, ports: ReadonlyMap<string, NodePorts>): Kind {
  const from = wireOf(input);
  if (kind.kind !== 'json' || from === undefined) return kind;
  const { node, port } = parseAddress(from);
  const source = ownValue(ports.get(node)?.outputs, port)?.kind;
  const schema = source && jsonSchemaOf(source);
  return schema === undefined ? kind : { kind: 'json', schema };
}

/** The schema of a value after it became JSON; undefined where nothing is known. */
function jsonSchemaOf(source: Kind): JsonSchema | undefined {
  if (source.kind === 'json') return source.schema;
  if (source.kind === 'any' || source.kind === 'variable') return undefined;
  if (source.kind === 'table') return tableRowsSchema;
  if (source.kind !== 'list') return kindJsonSchema(source);
  const items = jsonSchemaOf(source.of);
  return { type: 'array', ...(items && { items: embedSchema(items, '#/items') }) };
}

/** An empty field is no example. */
function exampleOf(value: JsonValue | undefined): JsonValue | undefined {
  return value === '' || value === null ? undefined : value;
}

function numberBounds(min: JsonValue | undefined, max: JsonValue | undefined): JsonSchema {
  return {
    ...(typeof min === 'number' && { minimum: min }),
    ...(typeof max === 'number' && { maximum: max }),
  };
}
