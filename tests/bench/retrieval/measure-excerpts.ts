import type { Passage } from '@jacquard/node-kit';
import type { ExcerptQuestion } from './read-corpora.ts';

/** Together so many characters of passages count for a question. */
const mostCharacters = 4_000;

/** What passages give of a question's excerpts. */
export interface ExcerptFigures {
  /** Share of the excerpts' characters that lie in the passages. */
  readonly covered: number;
  /** Share of the passages' characters that lie in excerpts. */
  readonly precision: number;
  readonly characters: number;
}

type Span = readonly [start: number, end: number];

/** Compares passages with the excerpts, by offsets. Passages are taken in order as long as they fit. */
export function measureExcerpts({ corpus, excerpts }: ExcerptQuestion, passages: readonly Passage[]): ExcerptFigures {
  let characters = 0;
  const taken = passages.filter(({ pageContent }) => {
    if (characters + pageContent.length > mostCharacters) return false;
    characters += pageContent.length;
    return true;
  });
  const wanted = unite(excerpts.map(({ start_index, end_index }) => [start_index, end_index]));
  const found = unite(
    taken
      .filter(({ metadata }) => metadata.source === `${corpus}.md`)
      .map(({ metadata }) => [metadata.start, metadata.end]),
  );
  const shared = wanted.flatMap(([start, end]) =>
    found.map(([from, to]) => Math.max(0, Math.min(end, to) - Math.max(start, from))),
  );
  const sum = shared.reduce((total, length) => total + length, 0);
  const all = wanted.reduce((total, [start, end]) => total + end - start, 0);
  return { covered: sum / all, precision: characters === 0 ? 0 : sum / characters, characters };
}

function unite(spans: readonly Span[]): Span[] {
  const united: [number, number][] = [];
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const last = united.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else united.push([start, end]);
  }
  return united;
}
