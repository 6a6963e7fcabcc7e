import { boundDocument } from './bound-document.ts';
import { diagnoseDocument } from './diagnose-document.ts';
import { flowDocumentSchema, type FlowDocument } from './flow-document.ts';
import type { Issue } from './issue.ts';
import { scanJson } from './scan-json.ts';

/** A flow, or why there is none. `flow` is there exactly when no issue is an error. */
export interface ParsedFlow {
  readonly flow: FlowDocument | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Turns unknown data into a flow document, or into issues that say where (node, port, place) and what was expected.
 * Never throws, whatever it is given: files, uploads and requests are hostile until they came through here.
 */
export function parseFlow(json: unknown): ParsedFlow {
  const bounds = boundDocument(json);
  if (bounds !== undefined) return { flow: undefined, issues: [bounds] };
  const head = checkHead(json);
  if (head !== undefined) return { flow: undefined, issues: [head] };
  const parsed = flowDocumentSchema.safeParse(json);
  if (parsed.success) return { flow: parsed.data, issues: [] };
  return { flow: undefined, issues: diagnoseDocument(parsed.error, json) };
}

/**
 * `parseFlow` of a file's text. What isn't JSON is located by line and column, and a key that stands twice is an issue,
 * too: JSON itself would silently keep the last, and a node would be lost in a merge.
 */
export function parseFlowText(text: string): ParsedFlow {
  const scanned = scanJson(text);
  if (!scanned.ok) {
    const { line, column, expected, found } = scanned;
    return { flow: undefined, issues: [issue('flow-not-json', { line, column, expected, found })] };
  }
  if (scanned.repeated.length > 0) {
    return { flow: undefined, issues: scanned.repeated.map((repeated) => issue('flow-key-twice', { ...repeated })) };
  }
  return parseFlow(scanned.value);
}

function checkHead(json: unknown): Issue | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return issue('flow-not-an-object', {});
  const format: unknown = Object.hasOwn(json, 'jacquard') ? Reflect.get(json, 'jacquard') : undefined;
  if (format === 1) return undefined;
  if (typeof format === 'number' && format > 1) return issue('flow-format-newer', { format });
  return issue('flow-format-missing', {});
}

function issue(code: string, params: Issue['params']): Issue {
  return { code, severity: 'error', params };
}
