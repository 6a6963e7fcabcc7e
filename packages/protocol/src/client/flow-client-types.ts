import { flowPortsSchema, overridesSchema, type FlowInterface, type FlowPort, type JsonSchema } from '@jacquard/flow';
import { quoteTypeScript } from '../snippets/quote-text.ts';
import { docComment } from './doc-comment.ts';
import { schemaTypes } from './schema-types.ts';

/** A flow that a client is written for. */
export interface ClientFlow {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly interface: FlowInterface;
  /** The version that calls run unless they name another; absent: the one published last. */
  readonly version?: string | number | undefined;
}

/** The types of what one flow takes and gives and of what callers may set in it, and its line in the table of flows. */
export function flowClientTypes(flow: ClientFlow, name: string): { readonly types: string; readonly entry: string } {
  const { id, interface: ports } = flow;
  const given = { isGiven: true };
  const types = [
    schemaTypes(`${name}Inputs`, flowPortsSchema(ports.inputs), given),
    schemaTypes(`${name}Outputs`, outputsSchema(ports.outputs)),
    schemaTypes(`${name}Overrides`, overridesSchema(ports.overrides), given),
  ];
  const entry = `${quoteTypeScript(id)}: { inputs: ${name}Inputs; outputs: ${name}Outputs; overrides: ${name}Overrides };`;
  return { types: types.join('\n'), entry: `${docComment([flow.name, flow.description], '  ')}  ${entry}\n` };
}

/** A run may take a way that passes an output by: of several, each may be absent. Where the only one is, the client throws. */
function outputsSchema(outputs: readonly FlowPort[]): JsonSchema {
  const schema = flowPortsSchema(outputs);
  return outputs.length > 1 ? { ...schema, required: [] } : schema;
}
