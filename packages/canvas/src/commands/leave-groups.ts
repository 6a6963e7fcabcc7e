import type { FlowDraft } from '../command.ts';

/** Takes nodes out of all groups but one; a group that is left empty goes. */
export function leaveGroups({ layout }: FlowDraft, gone: ReadonlySet<string>, except?: string): void {
  for (const [id, group] of Object.entries(layout?.groups ?? {})) {
    if (id === except || !group.nodes.some((node) => gone.has(node))) continue;
    group.nodes = group.nodes.filter((node) => !gone.has(node));
    if (group.nodes.length === 0) delete layout?.groups?.[id];
  }
}
