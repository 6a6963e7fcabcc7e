import { parseAddress, type Address } from '@jacquard/flow';
import type { FlowDraft } from '../command.ts';

/** Takes inputs out of those that callers may set. */
export function dropOverrides(draft: FlowDraft, isDropped: (input: Address) => boolean): void {
  const listed = draft.overrides ?? [];
  const left = listed.filter((address) => !isDropped(parseAddress(address)));
  if (left.length === listed.length) return;
  if (left.length > 0) draft.overrides = left;
  else delete draft.overrides;
}
