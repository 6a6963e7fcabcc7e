import type { FlowDocument } from '@jacquard/flow';
import { applyCommand } from '../command.ts';
import { dropOverrides } from '../commands/drop-overrides.ts';
import { flowOfParts, partsOfFlow } from '../difference/flow-parts.ts';
import { createCollisionLog, type Collision, type MergeChoices } from './collisions.ts';
import { dropLostWires, type LostWire } from './drop-lost-wires.ts';
import { mergeGroups, mergeNotes, mergePlaces } from './merge-layout.ts';
import { mergeNodes, mergeTypes } from './merge-nodes.ts';
import { mergeParts } from './merge-parts.ts';
import { renameAdded } from './rename-added.ts';

/** Two states of a flow that came from one, made one. */
export interface Merge {
  /** With what collides as chosen. Its wires lead somewhere, unless they led nowhere before. */
  readonly document: FlowDocument;
  readonly collisions: readonly Collision[];
  readonly lost: readonly LostWire[];
  /** Nodes, notes and groups that both sides put elsewhere: they stand where theirs put them. */
  readonly yielded: readonly string[];
}

/**
 * Merges what two sides made of `base`, place by place: what only one side changed is taken from it. Where both changed the
 * same thing differently, or one deleted what the other changed, it collides, and `choices` says which side to take; until a
 * person has chosen, it is one's own, and what was changed rather than deleted. Where something stands on the canvas is nothing
 * to be asked about: theirs, which is saved, stays.
 */
export function mergeFlows(
  base: FlowDocument,
  mine: FlowDocument,
  theirs: FlowDocument,
  choices: MergeChoices = {},
): Merge {
  const own = renameAdded(base, mine, theirs);
  const parts = { base: partsOfFlow(base), mine: partsOfFlow(own), theirs: partsOfFlow(theirs) };
  const log = createCollisionLog(choices);
  const flow = mergeParts(parts.base.flow, parts.mine.flow, parts.theirs.flow, (one) => log.part('flow', '', one));
  const nodes = mergeNodes(parts, log);
  const merged = flowOfParts({
    flow,
    nodes,
    types: mergeTypes(parts, nodes),
    places: mergePlaces(parts, nodes, log),
    notes: mergeNotes(parts, log),
    groups: mergeGroups(parts, nodes, log),
  });
  const { document: wired, lost } = dropLostWires(merged, [own, theirs]);
  const isGone = (id: string): boolean => !nodes.has(id) && (parts.mine.nodes.has(id) || parts.theirs.nodes.has(id));
  const document = applyCommand(wired, (draft) => dropOverrides(draft, ({ node }) => isGone(node)));
  return { document, lost, collisions: log.collisions(), yielded: log.yielded() };
}
