import { choiceKey, type Collision, type MergeChoices } from './collisions.ts';
import type { Side } from './merge-parts.ts';

/** Chooses one side wherever something collides. */
export function allOfSide(collisions: readonly Collision[], side: Side): MergeChoices {
  const keys = collisions.flatMap((collision) =>
    collision.deletedBy ? [choiceKey(collision)] : collision.parts.map(({ part }) => choiceKey(collision, part)),
  );
  return Object.fromEntries(keys.map((key) => [key, side]));
}
