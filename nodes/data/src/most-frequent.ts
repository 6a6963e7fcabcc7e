import { defineNode, list, number, Problem, table, variable, type JsonValue } from '@jacquard/node-kit';
import { mostFrequentCode } from './code/table-codes.ts';

/** Finds the value that occurs most often. */
export const mostFrequent = defineNode({
  type: 'data.most-frequent',
  version: 1,
  title: { en: 'Most frequent', fr: 'Le plus fréquent' },
  summary: {
    en: 'Finds the value that occurs most often in a list.',
    fr: 'Trouve la valeur la plus fréquente d’une liste.',
  },
  documentation: {
    en: 'Texts count as the same without regard to capitals and the space around them. At a tie, the one that came first wins. Use it to let several answers of a model vote (self-consistency), or to find the commonest label. Hint: a small share says that the answers disagree.',
    fr: 'Des textes comptent comme égaux sans égard aux majuscules ni à l’espace autour. En cas d’égalité, le premier venu l’emporte. À employer pour faire voter plusieurs réponses d’un modèle (autocohérence), ou pour trouver l’étiquette la plus courante. Astuce : une petite part montre que les réponses divergent.',
  },
  keywords: { en: 'vote majority mode count self-consistency', fr: 'vote majorité mode compter autocohérence' },
  icon: 'vote',
  inputs: {
    values: list(variable('T', { label: { en: 'Value', fr: 'Valeur' } }), {
      label: { en: 'Values', fr: 'Valeurs' },
      wireOnly: true,
    }),
  },
  outputs: {
    value: variable('T', { label: { en: 'Value', fr: 'Valeur' } }),
    share: number({
      label: { en: 'Share', fr: 'Part' },
      help: { en: 'From 0 to 1.', fr: 'De 0 à 1.' },
    }),
    counts: table({ label: { en: 'Counts', fr: 'Décompte' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: mostFrequentCode,
  example: {
    inputs: { values: ['18', '12', '18 ', '18'] },
    outputs: { value: '18', share: 0.75 },
  },
  async run({ inputs: { values } }) {
    const counts = new Map<string, { readonly value: JsonValue; readonly count: number }>();
    for (const value of values) {
      const key = keyOf(value);
      const known = counts.get(key);
      counts.set(key, { value: known ? known.value : value, count: (known?.count ?? 0) + 1 });
    }
    const ranked = [...counts.values()].sort((one, other) => other.count - one.count);
    const [first] = ranked;
    if (!first) throw new Problem('list-empty');
    const rows = ranked.map(({ value, count }) => ({
      value: typeof value === 'object' ? JSON.stringify(value) : value,
      count,
    }));
    return { value: first.value, share: first.count / values.length, counts: { columns: ['value', 'count'], rows } };
  },
});

function keyOf(value: JsonValue): string {
  return typeof value === 'string' ? value.normalize('NFC').trim().toLowerCase() : `\u0000${JSON.stringify(value)}`;
}
