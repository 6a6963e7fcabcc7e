import {
  compilePattern,
  defineSwitch,
  ignoreCapitals,
  list,
  Problem,
  requireSearchable,
  table,
  text,
  type Cell,
} from '@jacquard/node-kit';
import { extractCode } from './code/text-codes.ts';

const mostMatches = 100_000;
/** Milliseconds. */
const longestTurn = 20;

/** Finds what matches a regular expression, in linear time. */
export const extract = defineSwitch({
  type: 'data.extract',
  version: 1,
  title: { en: 'Extract by pattern', fr: 'Extraire par motif' },
  summary: {
    en: 'Finds what matches a pattern: numbers, dates, addresses.',
    fr: 'Trouve ce qui répond à un motif : nombres, dates, adresses.',
  },
  documentation: {
    en: 'The pattern is a regular expression in the syntax of RE2, without look-around, so that no text and no pattern can hold a run up. If it has a group in parentheses, what stands in the first group is given. Nothing found: “First match” stays empty, and what hangs on it doesn’t run. Use it where a form is fixed; for everything else take “Structured output”. Hint: (?P<name>…) names a column of the table.',
    fr: 'Le motif est une expression régulière à la syntaxe de RE2, sans assertions avant ou arrière : aucun texte, aucun motif ne peut donc bloquer une exécution. S’il contient un groupe entre parenthèses, c’est le contenu du premier qui est donné. Rien de trouvé : « Première occurrence » reste vide, et ce qui en dépend ne s’exécute pas. À employer quand la forme est fixe ; sinon, prenez « Sortie structurée ». Astuce : (?P<nom>…) nomme une colonne du tableau.',
  },
  keywords: { en: 'regex regular expression find match', fr: 'regex expression régulière chercher trouver' },
  icon: 'regex',
  inputs: {
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }),
    pattern: text({
      label: { en: 'Pattern', fr: 'Motif' },
      placeholder: { en: '\\d{4}-\\d{2}-\\d{2}', fr: '\\d{2}/\\d{2}/\\d{4}' },
    }),
    ignoreCase: ignoreCapitals(false),
  },
  outputs: {
    first: text({ label: { en: 'First match', fr: 'Première occurrence' } }),
    matches: list(text({ label: { en: 'Match', fr: 'Occurrence' } }), {
      label: { en: 'All matches', fr: 'Toutes les occurrences' },
    }),
    groups: table({ label: { en: 'Groups', fr: 'Groupes' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: extractCode,
  example: {
    inputs: { text: 'Shown in 1801, patented in 1804.', pattern: '(?P<event>\\w+) in (?P<year>\\d{4})' },
    outputs: {
      first: 'Shown',
      matches: ['Shown', 'patented'],
      groups: {
        columns: ['event', 'year'],
        rows: [
          { event: 'Shown', year: '1801' },
          { event: 'patented', year: '1804' },
        ],
      },
    },
  },
  async run({ inputs: { text: given, pattern, ignoreCase }, signal }) {
    requireSearchable(given);
    const compiled = await compilePattern(pattern, ignoreCase);
    const columns = columnsOf(compiled.groupCount(), compiled.namedGroups());
    const rows = await rowsOf(compiled.matcher(given), columns, compiled.groupCount() === 0 ? 0 : 1, signal);
    const matches = rows.map((row) => String(row[columns[0] ?? ''] ?? ''));
    const [found] = matches;
    return { ...(found !== undefined && { first: found }), matches, groups: { columns, rows } };
  },
});

interface Matches {
  find(): boolean;
  group(index: number): string | null;
}

/**
 * All matches. Each takes time linear in the text, all together may take its square: the server's other work and the
 * signal get their turn in between.
 */
async function rowsOf(
  matches: Matches,
  columns: readonly string[],
  first: number,
  signal: AbortSignal,
): Promise<Record<string, Cell>[]> {
  const rows: Record<string, Cell>[] = [];
  let turn = performance.now();
  while (matches.find()) {
    if (rows.length === mostMatches) throw new Problem('matches-too-many', { most: mostMatches });
    rows.push(Object.fromEntries(columns.map((column, index) => [column, matches.group(index + first)])));
    if (performance.now() - turn < longestTurn) continue;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    signal.throwIfAborted();
    turn = performance.now();
  }
  return rows;
}

/** Names of the groups, in order; `match` for a pattern without groups. */
function columnsOf(count: number, named: Readonly<Record<string, number>>): string[] {
  if (count === 0) return ['match'];
  const names = new Map(Object.entries(named).map(([name, index]) => [index, name]));
  return Array.from({ length: count }, (_item, index) => names.get(index + 1) ?? `group ${index + 1}`);
}
