import type { Command } from '../command.ts';
import { findNode } from '../find-node.ts';
import { dropOverrides } from './drop-overrides.ts';

/** Lets callers of the flow set an input of a node, or no longer. Of a node that is gone nothing is noted. */
export function setOverride(node: string, input: string, isAllowed: boolean): Command {
  return (draft) => {
    if (!isAllowed) return dropOverrides(draft, (one) => one.node === node && one.port === input);
    const address = `${node}.${input}`;
    const listed = draft.overrides ?? [];
    if (!listed.includes(address) && findNode(draft, node)) draft.overrides = [...listed, address];
  };
}
