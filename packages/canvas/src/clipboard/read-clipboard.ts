import {
  flowNodeSchema,
  isJson,
  isJsonObject,
  nodeIdSchema,
  parseFlow,
  parseFlowText,
  scanJson,
  type FlowDocument,
  type FlowNode,
  type Issue,
  type JsonValue,
} from '@jacquard/flow';
import { readRows } from './read-rows.ts';

/**
 * What a text from the clipboard is. `nodes`: a flow, a record of nodes or one node, as a flow to paste. `rows`: lines of
 * a spreadsheet, as objects. `json`: JSON that is no flow. `text`: anything else. `refused`: meant as a flow, but broken,
 * or too large.
 */
export type Pasted =
  | { readonly form: 'nodes'; readonly flow: FlowDocument }
  | { readonly form: 'rows'; readonly rows: readonly Readonly<Record<string, JsonValue>>[] }
  | { readonly form: 'json'; readonly value: JsonValue }
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'nothing' }
  | { readonly form: 'refused'; readonly reason: 'too-large' | 'broken-flow'; readonly issue?: Issue | undefined };

/** Characters that a paste may have: a flow of thousands of nodes; more belongs into a file. */
export const mostPasted = 2_000_000;

/** Reads what was pasted. Hostile until it came through here: nothing of it is believed but what its schema takes. */
export function readClipboard(text: string): Pasted {
  const trimmed = text.trim();
  if (trimmed === '') return { form: 'nothing' };
  if (text.length > mostPasted) return { form: 'refused', reason: 'too-large' };
  if (/^[[{]/.test(trimmed)) {
    const scanned = scanJson(trimmed);
    if (scanned.ok && isJson(scanned.value)) return readJson(trimmed, scanned.value);
    if (/^\{\s*"jacquard"\s*:/.test(trimmed)) return refuseFlow(parseFlowText(trimmed).issues[0]);
  }
  const rows = readRows(text);
  return rows ? { form: 'rows', rows } : { form: 'text', text };
}

function readJson(text: string, value: JsonValue): Pasted {
  if (isJsonObject(value)) {
    if (Object.hasOwn(value, 'jacquard')) {
      const { flow, issues } = parseFlowText(text);
      return flow && Object.keys(flow.nodes).length > 0 ? { form: 'nodes', flow } : refuseFlow(issues[0]);
    }
    const nodes = nodesIn(value);
    if (nodes) {
      const { flow, issues } = parseFlow({ jacquard: 1, name: 'Pasted', ...nodes });
      return flow ? { form: 'nodes', flow } : refuseFlow(issues[0]);
    }
  }
  return { form: 'json', value };
}

/** A node by itself, `{"nodes": {…}}`, or a record of nodes by id. */
function nodesIn(value: Readonly<Record<string, JsonValue>>): { readonly nodes: JsonValue } | undefined {
  if (isNode(value)) {
    const id = value.type.split('.').at(-1) ?? 'node';
    return { nodes: { [id]: value as unknown as JsonValue } }; // boundary: read from JSON
  }
  const { nodes, layout, types } = value;
  if (isJsonObject(nodes) && isRecordOfNodes(nodes))
    return { nodes, ...(layout && { layout }), ...(types && { types }) };
  return isRecordOfNodes(value) ? { nodes: value } : undefined;
}

function isNode(value: JsonValue): value is JsonValue & FlowNode {
  return isJsonObject(value) && typeof value['type'] === 'string' && flowNodeSchema.safeParse(value).success;
}

function isRecordOfNodes(value: Readonly<Record<string, JsonValue>>): boolean {
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([id, node]) => nodeIdSchema.safeParse(id).success && isNode(node));
}

function refuseFlow(issue: Issue | undefined): Pasted {
  return { form: 'refused', reason: 'broken-flow', issue };
}
