import { Problem, trace, type Budget, type ChatModel } from '@jacquard/node-kit';
import { openPromptPool, type Candidate, type PromptPool } from './prompt-pool.ts';
import { inductionPrompt, proposePrompt, variationPrompt } from './propose-prompt.ts';
import { scorePrompt, type Scoring } from './score-prompt.ts';
import type { SplitExamples } from './split-examples.ts';

/** The settings of the search, named as in Zhou et al. 2022 where the paper names them. */
export interface PromptSearch {
  readonly examples: SplitExamples;
  /** Prompts that compete from the beginning, beside those that are induced. */
  readonly start: readonly string[];
  readonly proposals: number;
  readonly demonstrations: number;
  readonly rounds: number;
  readonly variations: number;
  readonly keep: number;
  /** Examples of the training part that prompts are scored on. */
  readonly scored: number;
  /** Keeps the budget, as the model of `scoring` does. */
  readonly proposer: ChatModel;
  readonly temperature: number | undefined;
  readonly scoring: Scoring;
  readonly budget: Budget;
}

/** Where a candidate came from; without a call, a person wrote it. */
interface Origin {
  readonly round: number;
  readonly call?: string;
  readonly parent?: string;
}

interface State {
  readonly search: PromptSearch;
  readonly pool: PromptPool;
  /** Whether the budget has cut something off. */
  isCut: boolean;
  /** The last failure of the model that proposes. */
  failure?: Problem;
}

type SearchItem = ReturnType<typeof trace<'candidate' | 'score'>>;
type Searching<Result> = AsyncGenerator<SearchItem, Result, void>;

/**
 * Searches for the prompt that does best on the training part: candidates are induced from examples, scored, and the best varied
 * in further rounds (Monte Carlo). The best of each round are scored on what was held out, too, which no choice looks at. Ends early, with
 * what there is, when the budget allows no other candidate. Throws `reasoning-nothing-found` or `budget-spent` without any.
 */
export async function* searchPrompts(
  search: PromptSearch,
): Searching<{ readonly candidates: readonly Candidate[]; readonly isCut: boolean }> {
  const state: State = { search, pool: openPromptPool(), isCut: false };
  for (const text of search.start) yield* compete(state, text, { round: 0 });
  for (let number = 1; number <= search.proposals && !state.isCut; number += 1) yield* induce(state, number);
  yield* holdOut(state);
  for (let round = 1; round <= search.rounds && !state.isCut; round += 1) {
    const parents = state.pool.ranked().slice(0, search.keep);
    for (let number = 1; number <= search.variations && !state.isCut; number += 1) {
      yield* vary(state, round, number, parents);
    }
    yield* holdOut(state);
  }
  const candidates = state.pool.ranked();
  if (candidates.length === 0) throw nothingOf(state);
  return { candidates, isCut: state.isCut };
}

function nothingOf({ search: { budget }, isCut, failure }: State): Problem {
  if (failure) return failure;
  if (isCut) return new Problem('budget-spent', { ...budget.bound });
  return new Problem('reasoning-nothing-found', { answers: budget.spent.calls });
}

async function* induce(state: State, number: number): Searching<void> {
  const { examples, demonstrations, scoring } = state.search;
  const asked = inductionPrompt(examples.train, demonstrations, scoring.seed + number);
  yield* propose(state, asked, { round: 0, call: `induce ${number}` }, scoring.seed + number);
}

async function* vary(state: State, round: number, number: number, parents: readonly Candidate[]): Searching<void> {
  const parent = parents[(number - 1) % Math.max(1, parents.length)];
  if (!parent) return;
  const origin = { round, call: `vary ${round}.${number}`, parent: parent.id };
  yield* propose(state, variationPrompt(parent.text), origin, state.search.scoring.seed + round * 1000 + number);
}

/** Has a candidate written and lets it compete, where the budget allows both. */
async function* propose(state: State, asked: string, origin: Required<Omit<Origin, 'parent'>> & Origin, seed: number) {
  const { budget, proposer, temperature, scoring } = state.search;
  if (!budget.allows(1 + trainPairs(state).length)) {
    state.isCut = true;
    return;
  }
  const { maxTokens, signal } = scoring;
  const options = { name: origin.call, temperature, maxTokens, seed, signal };
  const text = await proposePrompt(proposer, asked, options).catch((error: unknown) => {
    signal.throwIfAborted();
    if (!Problem.is(error) || error.kind === 'bug') throw error;
    state.failure = error;
    return '';
  });
  yield* compete(state, text, origin);
}

async function* compete(state: State, text: string, { round, call, parent }: Origin): Searching<void> {
  const candidate = state.pool.admit(text, round);
  if (!candidate) return;
  const from = call === undefined ? undefined : { call };
  yield trace('candidate', { id: candidate.id, text, round, parent, from });
  yield* score(state, candidate, 'train');
}

/** The best so far on what was held out, each once. */
async function* holdOut(state: State): Searching<void> {
  if (state.search.examples.heldOut.length === 0) return;
  for (const candidate of state.pool.ranked().slice(0, state.search.keep)) {
    if (candidate.heldOut === undefined) yield* score(state, candidate, 'heldOut');
  }
}

async function* score(state: State, candidate: Candidate, on: 'train' | 'heldOut'): Searching<void> {
  const { examples, budget, scoring } = state.search;
  const pairs = on === 'train' ? trainPairs(state) : examples.heldOut;
  if (!budget.allows(pairs.length)) {
    state.isCut = true;
    return;
  }
  const part = on === 'train' ? 'train' : 'held-out';
  const found = await scorePrompt(candidate.text, pairs, `${candidate.id} ${part}`, scoring);
  state.pool.note(candidate, on, found);
  yield trace('score', { candidate: candidate.id, on: part, ...found });
}

function trainPairs({ search }: State) {
  return search.examples.train.slice(0, search.scored);
}
