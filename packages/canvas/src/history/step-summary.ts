import type { NamedStep, Step } from './history.ts';
import type { Place } from './places.ts';

/** What a step did, in a word that a page can say: the thing, what became of it, and to how many. */
export interface StepSummary {
  readonly what: StepKind;
  readonly count: number;
}

export type StepKind =
  | 'add-nodes'
  | 'delete-nodes'
  | 'regroup-nodes'
  | 'change-type'
  | 'wire'
  | 'change-fields'
  | 'rename-nodes'
  | 'disable-nodes'
  | 'change-settings'
  | 'change-overrides'
  | 'add-notes'
  | 'delete-notes'
  | 'edit-notes'
  | 'move-notes'
  | 'add-groups'
  | 'delete-groups'
  | 'edit-groups'
  | 'move-nodes'
  | 'resize-nodes'
  | 'fold-nodes'
  | 'rename-flow'
  | 'change-flow'
  | 'reorder'
  | 'several'
  | NamedStep;

/** The order says which of several things a person did: deleting a node also takes wires, places and groups along. */
const rank: readonly StepKind[] = [
  'regroup-nodes',
  'delete-nodes',
  'add-nodes',
  'change-type',
  'add-groups',
  'delete-groups',
  'delete-notes',
  'add-notes',
  'wire',
  'change-fields',
  'rename-nodes',
  'disable-nodes',
  'change-settings',
  'change-overrides',
  'edit-groups',
  'edit-notes',
  'move-nodes',
  'move-notes',
  'resize-nodes',
  'fold-nodes',
  'rename-flow',
  'change-flow',
];

/** Says what undoing or redoing a step concerns, from what it did alone. */
export function summariseStep({ difference, named }: Step): StepSummary {
  if (named) return { what: named, count: 1 };
  const found = new Map<StepKind, Set<string>>();
  for (const place of difference.places) {
    const [what, id] = kindOfPlace(place);
    found.set(what, (found.get(what) ?? new Set<string>()).add(id));
  }
  const [removed, added] = [found.get('delete-nodes'), found.get('add-nodes')];
  const moved = [...(removed ?? [])].filter((id) => added?.has(id));
  if (moved.length > 0) return { what: 'regroup-nodes', count: moved.length };
  if (removed && added) return { what: 'several', count: 1 };
  const what = rank.find((kind) => found.has(kind));
  return what ? { what, count: found.get(what)?.size ?? 1 } : { what: 'reorder', count: 1 };
}

function kindOfPlace(place: Place): readonly [StepKind, string] {
  const [part, of, id = ''] = place.path;
  if (part === 'nodes') return kindOfNodePlace(place);
  if (part === 'overrides') return ['change-overrides', ''];
  if (part === 'types') return ['change-flow', ''];
  if (part !== 'layout') return [part === 'name' ? 'rename-flow' : 'change-flow', ''];
  const key = place.path[3];
  if (of === 'notes')
    return [
      wholeOr(place, 'notes') ?? (key === 'text' ? 'edit-notes' : key === 'color' ? 'edit-notes' : 'move-notes'),
      id,
    ];
  if (of === 'groups') return [wholeOr(place, 'groups') ?? 'edit-groups', id];
  return [key === 'collapsed' ? 'fold-nodes' : key === 'width' || key === 'height' ? 'resize-nodes' : 'move-nodes', id];
}

/** A note or a group that came or went as a whole. */
function wholeOr({ path, before, after }: Place, things: 'notes' | 'groups'): StepKind | undefined {
  if (path.length > 3) return undefined;
  if (before === undefined) return `add-${things}`;
  return after === undefined ? `delete-${things}` : undefined;
}

function kindOfNodePlace({ path, before, after }: Place): readonly [StepKind, string] {
  // nodes.ID, nodes.SCOPE.nodes.ID, and so on; what follows the last id is inside the node.
  let at = 1;
  while (path[at + 1] === 'nodes' && path.length > at + 2) at += 2;
  const id = path[at] ?? '';
  const [key, ...rest] = path.slice(at + 1);
  if (key === undefined)
    return [before === undefined ? 'add-nodes' : after === undefined ? 'delete-nodes' : 'change-settings', id];
  if (key === 'type') return ['change-type', id];
  if (key === 'title') return ['rename-nodes', id];
  if (key === 'disabled') return ['disable-nodes', id];
  if (key === 'inputs')
    return [isWire(before, rest) || isWire(after, rest) ? 'wire' : 'change-fields', `${id}.${rest[0] ?? ''}`];
  return ['change-settings', id];
}

/** Whether a wire came, went or was laid elsewhere: in one input, or in a list or record of them. */
function isWire(value: unknown, path: readonly string[]): boolean {
  if (path.at(-1) === 'from') return true;
  if (typeof value !== 'object' || value === null) return false;
  return 'from' in value || Object.values(value).some((inner) => isWire(inner, []));
}
