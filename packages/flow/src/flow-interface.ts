import type { Descriptor, Descriptors } from './descriptor.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import type { FlowInterface, FlowPort } from './flow-port.ts';
import { flowPorts } from './flow-ports.ts';
import { externalOf, literalOf } from './input-form.ts';
import type { JsonSchema, JsonValue } from './json.ts';
import { kindJsonSchema } from './kind-json-schema.ts';
import type { Kind } from './kind.ts';
import type { NodePorts, PortsContext } from './node-ports.ts';
import { ownValue } from './own-value.ts';

/**
 * The interface of a flow: its enabled `io` nodes at the top. It is what the chat panel and the run form ask for, what a
 * sub-flow's ports are made of, and what the API documents.
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
      if (port !== undefined && input) outputs.push(flowPort(id, node, descriptor, port, input.kind));
    }
  }
  return { inputs, outputs };
}

/** The JSON Schema of an object of all these values by id, as a request or an answer of the API holds it. */
export function flowPortsSchema(ports: readonly FlowPort[]): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(ports.map(({ id, schema }) => [id, schema])),
    required: ports.filter(({ optional }) => !optional).map(({ id }) => id),
    additionalProperties: false,
  };
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
  const example = literal('example');
  const offered = literal('suggestions');
  const suggestions = Array.isArray(offered) ? offered.filter((item) => typeof item === 'string' && item !== '') : [];
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
    },
    ...(example !== undefined && { example }),
    ...(suggestions.length > 0 && { suggestions: suggestions.map(String) }),
  };
}

function numberBounds(min: JsonValue | undefined, max: JsonValue | undefined): JsonSchema {
  return {
    ...(typeof min === 'number' && { minimum: min }),
    ...(typeof max === 'number' && { maximum: max }),
  };
}
