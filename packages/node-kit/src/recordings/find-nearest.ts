import { textOfPrompt, type RecordedPrompt } from './recorded-prompt.ts';

const longestCompared = 20_000;
const mostCompared = 2000;
const longestShown = 80;
const settings = ['schema', 'grammar', 'stop', 'tools', 'toolChoice'] as const;

/** The likest of the recorded prompts, and where the two part. */
export interface NearestPrompt {
  /** What the recorded one says where they part; a text that one has and the other lacks is empty on one side. */
  readonly recorded: string;
  readonly asked: string;
  /** Settings in which they differ, when the texts are the same. */
  readonly settings: string[];
}

/** By the share of three-letter pieces in common (Dice); undefined without any recorded prompt. */
export function findNearest(prompt: RecordedPrompt, others: readonly RecordedPrompt[]): NearestPrompt | undefined {
  const text = textOfPrompt(prompt);
  const pieces = piecesOf(text);
  let best: { readonly other: RecordedPrompt; readonly likeness: number } | undefined;
  for (const other of others.slice(0, mostCompared)) {
    const likeness = likenessOf(pieces, piecesOf(textOfPrompt(other)));
    if (best === undefined || likeness > best.likeness) best = { other, likeness };
  }
  return best && differenceOf(prompt, best.other);
}

function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  const read = text.slice(0, longestCompared);
  for (let place = 0; place + 3 <= read.length; place++) pieces.add(read.slice(place, place + 3));
  return pieces;
}

function likenessOf(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const piece of some) if (others.has(piece)) shared += 1;
  return some.size + others.size === 0 ? 0 : (2 * shared) / (some.size + others.size);
}

function differenceOf(prompt: RecordedPrompt, other: RecordedPrompt): NearestPrompt {
  const [asked, recorded] = [textOfPrompt(prompt), textOfPrompt(other)];
  const differing = settings.filter((name) => JSON.stringify(prompt[name]) !== JSON.stringify(other[name]));
  if (asked === recorded) return { recorded: '', asked: '', settings: differing };
  let begin = 0;
  while (begin < asked.length && asked[begin] === recorded[begin]) begin += 1;
  let end = 0;
  const most = Math.min(asked.length, recorded.length) - begin;
  while (end < most && asked.at(-1 - end) === recorded.at(-1 - end)) end += 1;
  return { recorded: shown(recorded, begin, end), asked: shown(asked, begin, end), settings: [] };
}

/** The part that differs, with the words around it that say where it is. */
function shown(text: string, begin: number, end: number): string {
  const from = Math.max(0, begin - 20);
  const to = Math.min(text.length, Math.max(text.length - end, begin) + 20);
  const part = text.slice(from, Math.min(to, from + longestShown));
  return `${from > 0 ? '…' : ''}${part}${from + part.length < text.length ? '…' : ''}`;
}
