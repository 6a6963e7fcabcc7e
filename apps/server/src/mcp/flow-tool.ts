import { createHash } from 'node:crypto';
import { flowPortsSchema, placedNodes, type Descriptors, type FlowInterface, type JsonSchema } from '@jacquard/flow';
import type { CallableFlow } from '@jacquard/runtime';
import { plainSchema } from './plain-schema.ts';

/** Clients and the models behind them take names of so many characters. */
const longestName = 64;

/** A flow as a tool of MCP. */
export interface FlowTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema & { readonly type: 'object' };
  readonly outputSchema: JsonSchema & { readonly type: 'object' };
  /** Hints for the client's person: whether it only reads, and whether it reaches beyond this machine. */
  readonly annotations: { readonly title: string; readonly readOnlyHint: boolean; readonly openWorldHint: boolean };
}

/** What a flow is called as a tool: its id, or of a long one the beginning and a digest. */
export function toolNameOf(flowId: string): string {
  if (flowId.length <= longestName) return flowId;
  return `${flowId.slice(0, longestName - 9)}-${createHash('sha256').update(flowId).digest('hex').slice(0, 8)}`;
}

/** Describes a flow from its own words and its interface. */
export function flowTool(
  { flowId, document }: CallableFlow,
  { inputs, outputs }: Pick<FlowInterface, 'inputs' | 'outputs'>,
  descriptors: Descriptors,
): FlowTool {
  const { name: title, description = title } = document;
  const used = placedNodes(document).flatMap(({ node }) =>
    node.disabled === true ? [] : [{ node, descriptor: descriptors.get(node.type) }],
  );
  // What a flow of its own does, that stands in this one, isn't looked into here.
  const isClosed = used.some(({ node, descriptor }) => descriptor?.role === 'sub-flow' && node.nodes === undefined);
  return {
    name: toolNameOf(flowId),
    title,
    description,
    inputSchema: { ...flowPortsSchema(inputs), type: 'object' },
    // An output that a run doesn't reach is absent.
    outputSchema: { ...plainSchema(flowPortsSchema(outputs)), type: 'object', required: [] },
    annotations: {
      title,
      readOnlyHint: !isClosed && used.every(({ descriptor }) => descriptor?.effects === 'none'),
      openWorldHint: isClosed || used.some(({ descriptor }) => descriptor?.reaches === 'address'),
    },
  };
}
