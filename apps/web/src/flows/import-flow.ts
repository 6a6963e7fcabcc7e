import { parseFlowText, type Issue, type JsonValue } from '@jacquard/flow';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { ApiProblem } from '../api/request.ts';
import { openRunFilePage } from '../runs/open-run-file.ts';

/** A text that could not become a flow: where it came from and why. */
export interface RefusedImport {
  readonly name: string;
  readonly issues: readonly Issue[];
  /** Why the server refused it, where it isn't the text's fault. */
  readonly problem?: unknown;
}

/** `opened`: it was no flow, and its page is shown already. */
export type ImportResult =
  | { readonly opened: true; readonly id?: undefined; readonly refused?: undefined }
  | { readonly id: string; readonly refused?: undefined }
  | { readonly refused: RefusedImport; readonly id?: undefined };

/** Takes in a flow with all that it names, as one zip. It runs nothing, and the flow asks before its first run. Never rejects. */
export async function importBundle(file: File): Promise<ImportResult> {
  try {
    const saved = await api.importBundle(file);
    await queryClient.invalidateQueries({ queryKey: queryKeys.flows });
    await queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBases });
    return { id: saved.id };
  } catch (error) {
    return refusal(file.name, error);
  }
}

/** Shows a run's file; nothing of it is stored. Never rejects. */
export async function importRunFile(file: File): Promise<ImportResult> {
  try {
    await openRunFilePage(file);
    return { opened: true };
  } catch (error) {
    return refusal(file.name, error);
  }
}

/** Makes a flow of a file's text. It runs nothing, and the flow asks before its first run. Never rejects. */
export async function importFlow(name: string, text: string): Promise<ImportResult> {
  const { flow, issues } = parseFlowText(text.replace(/^\uFEFF/, ''));
  if (!flow) return { refused: { name, issues } };
  try {
    const saved = await api.createFlow(flow as unknown as JsonValue, true); // boundary: a document is JSON
    await queryClient.invalidateQueries({ queryKey: queryKeys.flows });
    return { id: saved.id };
  } catch (error) {
    return refusal(name, error);
  }
}

function refusal(name: string, error: unknown): ImportResult {
  const found = error instanceof ApiProblem ? error.document?.issues : undefined;
  return { refused: { name, issues: found ?? [], ...(!found && { problem: error }) } };
}
