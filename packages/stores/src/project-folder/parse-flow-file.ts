import { parseFlowText, serialiseFlow, type FlowDocument, type JsonValue } from '@jacquard/flow';

/** Why a file can't be read as a flow: code and params of a message. */
export interface BrokenReason {
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
}

/** What stands in a flow's file. */
export type FlowFileContent =
  | { readonly document: FlowDocument; readonly reformats: boolean }
  | { readonly broken: BrokenReason };

/** Reads a flow's file. `name` is the file's, for the reason. Never throws. */
export function parseFlowFile(bytes: Uint8Array, name: string): FlowFileContent {
  const text = decode(bytes);
  if (text === undefined) return { broken: { code: 'flow-file-not-text', params: { file: name } } };
  const line = conflictLine(text);
  if (line !== undefined) return { broken: { code: 'flow-file-conflict', params: { file: name, line } } };
  const { flow, issues } = parseFlowText(text);
  if (flow !== undefined) return { document: flow, reformats: serialiseFlow(flow) !== text };
  const [issue] = issues;
  return { broken: { code: issue?.code ?? 'flow-file-not-text', params: { file: name, ...issue?.params } } };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The line, from 1, of the first conflict that a merge left in the file. */
function conflictLine(text: string): number | undefined {
  const start = /^<{7}(?: |\r?$)/m.exec(text);
  if (start === null || !/^>{7}(?: |\r?$)/m.test(text)) return undefined;
  return text.slice(0, start.index).split('\n').length;
}
