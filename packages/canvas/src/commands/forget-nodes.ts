import type { FlowDraft } from '../command.ts';
import { dropOverrides } from './drop-overrides.ts';
import { leaveGroups } from './leave-groups.ts';

/** Nothing stays noted of nodes that are gone, neither places, groups nor what callers may set: a later node of the same id is another one. */
export function forgetNodes(draft: FlowDraft, gone: ReadonlySet<string>): void {
  for (const id of gone) delete draft.layout?.nodes?.[id];
  leaveGroups(draft, gone);
  dropOverrides(draft, ({ node }) => gone.has(node));
}
