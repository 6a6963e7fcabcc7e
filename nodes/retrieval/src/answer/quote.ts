import type { Passage, Quotation } from '@jacquard/node-kit';
import type { Decision } from './decide.ts';
import type { ReadPassage, Unit } from './read-passages.ts';
import type { UnitScore } from './score-unit.ts';
import { extendUnits } from './extend-units.ts';

/** Quotations of a clear answer, of an unclear one, and of a table that is read row by row. */
const most = { answered: 2, partly: 3, rows: 5 };
/** The share of the best score that a further quotation needs. */
const nearEnough = 0.7;

interface Choice {
  readonly read: ReadPassage;
  readonly from: number;
  readonly until: number;
}

/**
 * The best sentences and rows, cut exactly as they stand in their passages, whole, with the conditions that belong to
 * them, none twice. Passages that contradict each other are both quoted.
 */
export function quote({ outcome, scores }: Decision, isOverTable: boolean): Quotation[] {
  const best = scores[0];
  if (outcome === 'not-found' || !best) return [];
  const limit = isOverTable && best.unit.kind === 'row' ? most.rows : most[outcome];
  const choices: Choice[] = [];
  for (const score of scores) {
    if (choices.length >= limit || score.score < best.score * nearEnough) break;
    if (!isWorthQuoting(score, scores)) continue;
    const choice = extendUnits(score.unit);
    if (!choices.some((other) => overlaps(other, choice) || saysTheSame(other, choice))) choices.push(choice);
  }
  return joined(choices).map((choice, index) => quotationOf(choice, index + 1));
}

/** A headline says what is spoken of, not what holds; it is quoted when there is nothing else. */
function isWorthQuoting({ unit }: UnitScore, scores: readonly UnitScore[]): boolean {
  return (
    unit.kind === 'row' ||
    /[.!?…;:»"”)]$/u.test(unit.text) ||
    unit.text.length > 60 ||
    scores.every((other) => other.unit.text.length <= 60)
  );
}

function overlaps(one: Choice, other: Choice): boolean {
  return one.read === other.read && one.from < other.until && other.from < one.until;
}

function textOf({ read, from, until }: Choice): string {
  const [first, last] = [read.units[from], read.units[until - 1]];
  return first && last ? read.passage.pageContent.slice(first.start, last.end) : '';
}

/** The same words in another passage: overlapping passages, or one document twice. */
function saysTheSame(one: Choice, other: Choice): boolean {
  const [a, b] = [textOf(one), textOf(other)].map((text) => text.replaceAll(/\s+/g, ' ').toLowerCase());
  return a !== undefined && b !== undefined && (a.includes(b) || b.includes(a));
}

/** Quotations that follow each other in one passage become one. */
function joined(choices: readonly Choice[]): Choice[] {
  const result: Choice[] = [];
  for (const choice of choices) {
    const at = result.findIndex(
      (other) => other.read === choice.read && (other.until === choice.from || choice.until === other.from),
    );
    const other = result[at];
    if (!other) result.push(choice);
    else {
      result[at] = {
        read: choice.read,
        from: Math.min(other.from, choice.from),
        until: Math.max(other.until, choice.until),
      };
    }
  }
  return result;
}

function quotationOf(choice: Choice, number: number): Quotation {
  const { read, from, until } = choice;
  const [first, last] = [read.units[from], read.units[until - 1]];
  const text = textOf(choice);
  const shift = offsetOf(read.passage);
  return {
    number,
    text: withHeader(first, text),
    start: shift + (first?.start ?? 0),
    end: shift + (last?.end ?? 0),
    passage: read.passage,
  };
}

function withHeader(unit: Unit | undefined, text: string): string {
  return unit?.header === undefined ? text : `${unit.header}\n${text}`;
}

/** What turns an offset of the passage's text into one of the document's. A table's passage repeats its header before its rows. */
function offsetOf({ pageContent, metadata }: Passage): number {
  return metadata.end - pageContent.length;
}
