import type { Command } from '../command.ts';
import { findNode } from '../find-node.ts';

/** Lets callers of the flow set an input of a node, or no longer. Of a node that is gone nothing is noted. */
export function setOverride(node: string, input: string, isAllowed: boolean): Command {
  return (draft) => {
    const address = `${node}.${input}`;
    const listed = draft.overrides ?? [];
    const isListed = listed.includes(address);
    if (isAllowed && !isListed && findNode(draft, node)) draft.overrides = [...listed, address];
    if (isAllowed || !isListed) return;
    const left = listed.filter((one) => one !== address);
    if (left.length > 0) draft.overrides = left;
    else delete draft.overrides;
  };
}
