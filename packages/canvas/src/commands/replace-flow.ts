import type { FlowDocument } from '@jacquard/flow';
import type { Command } from '../command.ts';

/** Puts another state of the flow in the place of the whole document: a version that is restored, what a merge gave. */
export function replaceFlow(document: FlowDocument): Command {
  return (draft) => {
    const record: Partial<Record<string, unknown>> = draft as object; // boundary: a draft is a record of the document's keys
    for (const key of Object.keys(record)) delete record[key];
    Object.assign(record, document);
  };
}
