import {
  json,
  list,
  Problem,
  text,
  thoughtGraphJsonSchema,
  type JsonValue,
  type ThoughtGraph,
} from '@jacquard/node-kit';
import { bestThought } from './rank-thoughts.ts';
import { currentThoughts } from './thoughts-by-id.ts';

const label = { en: 'Thoughts', fr: 'Pensées' };
const schema = thoughtGraphJsonSchema();

/** Thoughts to work on. */
export const thoughtsInput = json({ label, wireOnly: true }, schema);

/** Thoughts to go on from, where there are any. */
export const optionalThoughtsInput = json(
  {
    label,
    help: { en: 'Empty: begins at the problem.', fr: 'Vide : part du problème.' },
    wireOnly: true,
    optional: true,
  },
  schema,
);

/** What every operation on a graph of thoughts hands on. */
export const graphOutputs = {
  best: text({ label: { en: 'Best thought', fr: 'Meilleure pensée' }, main: true }),
  texts: list(text({ label: { en: 'Thought', fr: 'Pensée' } }), {
    label: { en: 'All that go on', fr: 'Toutes celles qui continuent' },
  }),
  thoughts: json({ label }, schema),
} as const;

/** The values of {@link graphOutputs}. Throws `reasoning-nothing-found` without any thought; `calls`: how many answers were read for it. */
export function graphValues(
  graph: ThoughtGraph,
  calls = 0,
): { readonly thoughts: JsonValue; readonly best: string; readonly texts: readonly string[] } {
  const best = bestThought(graph);
  if (best === undefined) throw new Problem('reasoning-nothing-found', { answers: calls });
  return {
    thoughts: JSON.parse(JSON.stringify(graph)) as JsonValue, // boundary: what JSON has written is JSON
    best: best.text,
    texts: currentThoughts(graph).map(({ text: thought }) => thought),
  };
}
