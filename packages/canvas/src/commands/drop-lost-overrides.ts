import { parseAddress } from '@jacquard/flow';
import type { FlowDraft } from '../command.ts';

/** Callers can set nothing of nodes that are gone: a later node of the same id is another one. */
export function dropLostOverrides(draft: FlowDraft, gone: { has(id: string): boolean }): void {
  const listed = draft.overrides ?? [];
  const left = listed.filter((address) => !gone.has(parseAddress(address).node));
  if (left.length === listed.length) return;
  if (left.length > 0) draft.overrides = left;
  else delete draft.overrides;
}
