import { countsItems, findCandidate, type Candidate } from './find-candidate.ts';
import type { QuestionReading, QuestionTerm } from './read-question.ts';
import type { Unit } from './read-passages.ts';
import { holdsWord, saysTheSame } from './word-set.ts';

/** How well a unit answers a question, from words and kinds alone. */
export interface UnitScore {
  readonly unit: Unit;
  /** What units are ordered by, 0 to 1. */
  readonly score: number;
  /** The share of the terms' weight that the unit holds, with its headings and what stands beside it. */
  readonly coverage: number;
  readonly candidate: Candidate;
  /** Names that are asked about stand in it or over it. */
  readonly names: number;
  /** The share of words that the question has side by side which stand so here, too. */
  readonly pairs: number;
}

/** What words elsewhere than in the unit are worth. */
const worth = {
  generic: 0.8,
  near: 0.6,
  header: 0.95,
  headings: 0.85,
  before: 0.75,
  title: 0.45,
  after: 0.35,
  passage: 0.25,
};

/** What a missing answer, a missing name and words that are torn apart leave of a score. */
const factors = {
  candidate: { sure: 1, likely: 0.85, none: 0.45 },
  beside: 0.85,
  name: 0.5,
  pair: 0.8,
  unknown: 0.8,
  chosen: 0.7,
  action: 0.7,
};

/** What words of asking add where they stand themselves: `close` beside a time. */
const bonus = 0.03;
/** What the search's own score of a passage adds, and what stands for it where nothing was searched. */
const trust = 0.3;
const unmatched = 0.25;

/** See {@link UnitScore}. */
export function scoreUnit(unit: Unit, question: QuestionReading): UnitScore {
  const candidate = findCandidate(unit, question);
  const held = question.terms.map((term) => {
    const share = holdsTerm(unit, term);
    const isCounted = question.counted.includes(term) && countsItems(unit, term);
    return { term, share: isCounted ? Math.max(share, worth.generic) : share };
  });
  const saying = held.filter(({ term }) => !term.isAsking);
  const asking = held.filter(({ term }) => term.isAsking);
  const isAnswered = candidate !== 'none' && saying.some(({ term }) => !term.isLight);
  const coverage = shareOf(isAnswered ? [...saying, ...asking.filter(({ share }) => share > 0.6)] : held);
  const asked = held.filter(({ term }) => term.isName);
  const names = asked.length === 0 ? 1 : asked.filter(({ share }) => share >= worth.title).length / asked.length;
  const pairs = pairsIn(unit, question);
  const score =
    (coverage + bonus * shareOf(asking) + trust * (unit.read.passage.metadata.match?.score ?? unmatched)) *
    kindFactor(unit, question, candidate) *
    between(factors.name, names) *
    between(factors.pair, pairs) *
    (lacksThing(held) ? factors.unknown : 1) *
    (lacksChosen(held, question) ? factors.chosen : 1) *
    actionFactor(held, question, unit);
  return { unit, score: Math.min(1, score), coverage, candidate, names, pairs };
}

/** A thing is asked about that no document names: what they say of others doesn't answer. */
function lacksThing(held: Held): boolean {
  return held.some(
    ({ term, share }) => term.isThing && term.passages === 0 && !term.isAsking && !term.isLight && share === 0,
  );
}

/** `Which newspaper …?` isn't answered where no newspaper is spoken of. */
function lacksChosen(held: Held, { chosen }: QuestionReading): boolean {
  return held.some(({ term, share }) => chosen.includes(term) && share < worth.near);
}

type Held = readonly { readonly term: QuestionTerm; readonly share: number }[];

/**
 * What is left when an action that is asked about isn't spoken of, though documents know it: whether it may be done, in
 * which year; and by whom or where, of a table's row, which says nothing of what somebody did.
 */
function actionFactor(held: Held, { expected }: QuestionReading, { kind }: Unit): number {
  const isMissing = held.some(
    ({ term, share }) =>
      !term.isThing && !term.isAsking && !term.isLight && term.passages !== 0 && share < worth.passage,
  );
  if (!isMissing) return 1;
  if (expected.includes('yes-no') || expected.includes('year')) return factors.action;
  const isStrict = kind === 'row' && (expected.includes('person') || expected.includes('place'));
  return isStrict ? factors.action : 1;
}

function shareOf(held: Held): number {
  const total = held.reduce((sum, { term }) => sum + term.weight, 0);
  return total === 0 ? 0 : held.reduce((sum, { term, share }) => sum + term.weight * share, 0) / total;
}

function between(least: number, share: number): number {
  return least + (1 - least) * share;
}

function kindFactor(unit: Unit, question: QuestionReading, candidate: Candidate): number {
  const own = factors.candidate[candidate];
  if (candidate !== 'none' || unit.kind === 'row' || question.expected.includes('reason')) return own;
  const beside = [unit.read.units[unit.index - 1], unit.read.units[unit.index + 1]];
  const isBeside = beside.some(
    (other) =>
      other?.kind === 'sentence' && findCandidate(other, question) === 'sure' && !isAboutOthers(other, question),
  );
  return isBeside ? factors.beside : own;
}

/** It names somebody or something of its own, and not whom the question names. */
function isAboutOthers(unit: Unit, { terms }: QuestionReading): boolean {
  const names = terms.filter(({ isName }) => isName);
  return names.length > 0 && namesOthers(unit) && !names.some((term) => holdsWord(unit.set, term) > 0);
}

function holdsTerm(unit: Unit, term: QuestionTerm): number {
  const { read } = unit;
  const inside = Math.max(
    holdsWord(unit.set, term),
    unit.headerSet ? worth.header * holdsWord(unit.headerSet, term) : 0,
    worth.headings * holdsWord(read.headings, term),
    worth.title * holdsWord(read.title, term),
  );
  if (inside >= worth.headings || unit.kind === 'row') return inside;
  const around = Math.max(
    (leansBack(unit) ? worth.before : worth.after) * holdsIn(read.units[unit.index - 1], term),
    worth.after * holdsIn(read.units[unit.index + 1], term),
    worth.passage * holdsWord(read.whole, term),
  );
  if (term.isName && leansBack(unit) && !namesOthers(unit))
    return Math.max(inside, around, worth.title * holdsWord(read.whole, term));
  return Math.max(inside, around * (term.isName && namesOthers(unit) ? 0.2 : 1));
}

const pronouns =
  /^(?:\S+\s+){0,5}?(?:it|its|they|them|their|this|these|those|he|she|his|her|such|both|il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|cela|ce|ces|cette|cet|son|sa|ses|leur|leurs|en|y)(?![\p{L}])/iu;

/** A sentence that begins with a pronoun is about what the one before it names. */
function leansBack({ text }: Unit): boolean {
  return pronouns.test(text);
}

function holdsIn(unit: Unit | undefined, term: QuestionTerm): number {
  return unit?.kind === 'sentence' ? holdsWord(unit.set, term) : 0;
}

/** A sentence that names somebody or something of its own isn't about whom its neighbours name. */
function namesOthers({ words, text }: Unit): boolean {
  return words.some(({ written, start }) => /^\p{Lu}/u.test(written) && /[\p{L}\p{N}]/u.test(text.slice(0, start)));
}

/** How far apart words of a pair may stand, in characters between them. */
const pairGap = 16;

/** Pairs both of whose words stand in the unit, its headings or title, and there side by side. */
function pairsIn({ words, read }: Unit, { pairs }: QuestionReading): number {
  const held = pairs
    .map(([one, other]) => ({
      ones: words.filter((word) => saysTheSame(word, one)),
      others: words.filter((word) => saysTheSame(word, other)),
      isAbove: [read.headings, read.title].some((set) => holdsWord(set, one) > 0 && holdsWord(set, other) > 0),
      inOne: [one, other].map((term) => holdsWord(read.headings, term) + holdsWord(read.title, term) > 0),
    }))
    .filter(({ ones, others, inOne }) => (ones.length > 0 || inOne[0]) && (others.length > 0 || inOne[1]));
  const near = held.filter(
    ({ ones, others, isAbove }) =>
      isAbove || ones.some((a) => others.some((b) => a === b || Math.max(a.start - b.end, b.start - a.end) <= pairGap)),
  );
  return held.length === 0 ? 1 : near.length / held.length;
}
