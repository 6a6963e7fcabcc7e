import type { PartCollision, Side } from './merge-parts.ts';

/** A node, note or group, or the flow as a whole, that both sides changed where it can't be merged. */
export interface Collision {
  readonly of: 'flow' | 'node' | 'note' | 'group';
  /** Empty for the flow as a whole. */
  readonly id: string;
  /** Who deleted it while the other changed it; `parts` is empty then. */
  readonly deletedBy: Side | undefined;
  readonly parts: readonly PartCollision[];
}

/** Which side is taken, by {@link choiceKey}. */
export type MergeChoices = Readonly<Record<string, Side>>;

/** What a choice is filed under: the whole thing where one side deleted it, else one part of it. */
export function choiceKey({ of, id }: Pick<Collision, 'of' | 'id'>, part?: string): string {
  return part === undefined ? `${of}:${id}` : `${of}:${id}/${part}`;
}

/** The side that stays until a person has chosen: one's own, and what was changed rather than deleted. */
export function usualSide({ deletedBy }: Pick<Collision, 'deletedBy'>): Side {
  return deletedBy === 'mine' ? 'theirs' : 'mine';
}

/** Gathers what collides while a flow is merged, and answers by what was chosen. */
export interface CollisionLog {
  part(of: Collision['of'], id: string, collision: PartCollision): Side;
  deletion(of: Collision['of'], id: string, by: Side): Side;
  /** Notes that theirs stays without asking. */
  yield(id: string): Side;
  readonly collisions: () => readonly Collision[];
  readonly yielded: () => readonly string[];
}

/** An empty log. */
export function createCollisionLog(choices: MergeChoices): CollisionLog {
  const found = new Map<string, Collision>();
  const yielded = new Set<string>();
  return {
    part(of, id, collision) {
      const key = choiceKey({ of, id });
      const parts = [...(found.get(key)?.parts ?? []), collision];
      found.set(key, { of, id, deletedBy: undefined, parts });
      return choices[choiceKey({ of, id }, collision.part)] ?? 'mine';
    },
    deletion(of, id, deletedBy) {
      const key = choiceKey({ of, id });
      const collision = { of, id, deletedBy, parts: [] };
      found.set(key, collision);
      return choices[key] ?? usualSide(collision);
    },
    yield(id) {
      yielded.add(id);
      return 'theirs';
    },
    collisions: () => [...found.values()],
    yielded: () => [...yielded],
  };
}
