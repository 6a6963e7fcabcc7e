import type { Descriptor, InputPort, OutputPort, PortsFrom } from './descriptor.ts';
import type { FlowPort } from './flow-port.ts';
import type { FlowNode } from './flow-document.ts';
import type { Input } from './input.ts';
import { literalOf } from './input-form.ts';
import { inputKind } from './input-kind.ts';
import { isJsonList, isJsonObject } from './json-equals.ts';
import type { JsonValue } from './json.ts';
import type { Kind } from './kind.ts';
import type { NodePorts, PortsContext } from './node-ports.ts';
import { ownValue } from './own-value.ts';
import { portName } from './port-name.ts';
import { templateVariables } from './template.ts';
import type { Words } from './words.ts';

/** Ports beyond this many that one field decides are left out. */
const mostPorts = 500;

const errorPort: OutputPort = { kind: { kind: 'json' }, label: { en: 'Error', fr: 'Erreur' } };

/**
 * The ports of a node: its descriptor's, those that a field decides (`portsFrom`), the `error` output when a step's errors
 * leave by a port, a scope's outputs and its state. A port of the descriptor is never replaced by another of its name.
 */
export function resolvePorts(node: FlowNode, descriptor: Descriptor, context: PortsContext = {}): NodePorts {
  const inputs = new Map(Object.entries(descriptor.inputs));
  const outputs = new Map(Object.entries(descriptor.outputs));
  const inner = new Map(Object.entries(descriptor.inner ?? {}));
  for (const rule of descriptor.portsFrom ?? []) {
    const value = literalOf(ownValue(node.inputs, rule.input)) ?? ownValue(descriptor.inputs, rule.input)?.default;
    if (value !== undefined) applyRule(rule, value, inputs, outputs, context);
  }
  for (const [name, { from }] of Object.entries(node.outputs ?? {})) {
    addPort(outputs, name, { kind: scopeOutputKind(from, descriptor, context), label: asWords(name) });
  }
  for (const [name, { first }] of Object.entries(node.state ?? {})) {
    addPort(inner, name, { kind: stateKind(first, name, context), label: asWords(name) });
  }
  if (node.onError === 'port' && canFail(descriptor)) addPort(outputs, 'error', errorPort);
  return {
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    inner: Object.fromEntries(inner),
  };
}

/** A component is built by the steps that use it, and the flow's own inputs and outputs run nothing. */
function canFail({ role }: Descriptor): boolean {
  return role !== 'component' && role !== 'flow-input' && role !== 'flow-output';
}

function applyRule(
  rule: PortsFrom,
  value: JsonValue,
  inputs: Map<string, InputPort>,
  outputs: Map<string, OutputPort>,
  context: PortsContext,
): void {
  switch (rule.rule) {
    case 'template-variables':
      if (typeof value !== 'string') return;
      for (const name of templateVariables(value).slice(0, mostPorts)) {
        addPort(inputs, name, { kind: rule.kind, label: asWords(name) });
      }
      return;
    case 'list-items':
      for (const item of textsOf(value)) {
        const port = { kind: rule.kind, label: asWords(item) };
        if (rule.side === 'inputs')
          addPort(inputs, portName(item), { ...port, ...(rule.optional && { optional: true }) });
        else addPort(outputs, portName(item), port);
      }
      return;
    case 'json-schema':
      if (isJsonObject(value)) changeKind(outputs, rule.port, { kind: 'json', schema: value });
      return;
    case 'choice-options':
      changeKind(outputs, rule.port, { kind: 'choice', options: textsOf(value) });
      return;
    case 'flow-interface': {
      const other = typeof value === 'string' ? context.flowInterface?.(value) : undefined;
      for (const port of other?.inputs ?? []) addPort(inputs, port.id, inputOf(port));
      for (const { id, kind, title } of other?.outputs ?? [])
        addPort(outputs, id, { kind, label: asWords(title ?? id) });
    }
  }
}

function addPort<P>(ports: Map<string, P>, name: string, port: P): void {
  if (!ports.has(name)) ports.set(name, port);
}

function changeKind(outputs: Map<string, OutputPort>, name: string, kind: Kind): void {
  const port = outputs.get(name);
  if (port !== undefined) outputs.set(name, { ...port, kind });
}

function inputOf(port: FlowPort): InputPort {
  return {
    kind: port.kind,
    label: asWords(port.title ?? port.id),
    ...(port.optional && { optional: true }),
    ...(port.default !== undefined && { default: port.default }),
  };
}

function textsOf(value: JsonValue): string[] {
  if (!isJsonList(value)) return [];
  return value
    .filter((item) => typeof item === 'string')
    .filter((item) => item !== '')
    .slice(0, mostPorts);
}

function asWords(text: string): Words {
  return { en: text, fr: text };
}

/** `for-each` gives the list of what its inner port gave; the other scopes give it as it is. */
function scopeOutputKind(from: string, descriptor: Descriptor, context: PortsContext): Kind {
  const kind = context.outputKind?.(from) ?? { kind: 'variable', name: from };
  return descriptor.role === 'for-each' ? { kind: 'list', of: kind } : kind;
}

function stateKind(first: Input, name: string, context: PortsContext): Kind {
  const kind = inputKind(first, context.outputKind);
  return kind ?? { kind: 'variable', name };
}
