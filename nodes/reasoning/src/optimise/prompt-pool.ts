import { promptKey } from './clean-prompt.ts';
import type { PromptScore } from './score-prompt.ts';

/** A prompt that competes, with what it has shown so far. */
export interface Candidate {
  readonly id: string;
  readonly text: string;
  readonly round: number;
  readonly train?: PromptScore;
  readonly heldOut?: PromptScore;
}

/** All prompts that have competed, each once. */
export interface PromptPool {
  /** Takes a prompt in; undefined for an empty one, and for one that was there already. */
  admit(text: string, round: number): Candidate | undefined;
  /** Notes a score and gives the candidate with it. */
  note(candidate: Candidate, on: 'train' | 'heldOut', score: PromptScore): Candidate;
  /** The best by the training part first; at a tie the one that came first. Those without a score come last. */
  ranked(): readonly Candidate[];
}

/** An empty pool. */
export function openPromptPool(): PromptPool {
  const candidates = new Map<string, Candidate>();
  return {
    admit(text, round) {
      const key = promptKey(text);
      if (key === '' || candidates.has(key)) return undefined;
      const candidate = { id: `c${candidates.size + 1}`, text, round };
      candidates.set(key, candidate);
      return candidate;
    },
    note(candidate, on, score) {
      const noted = { ...candidate, [on]: score };
      candidates.set(promptKey(candidate.text), noted);
      return noted;
    },
    ranked: () =>
      [...candidates.values()].toSorted(
        (one, other) =>
          (other.train?.value ?? Number.NEGATIVE_INFINITY) - (one.train?.value ?? Number.NEGATIVE_INFINITY) || 0,
      ),
  };
}
