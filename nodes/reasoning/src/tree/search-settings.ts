import type { ChatModel, Scorer } from '@jacquard/node-kit';
import type { ThoughtReading } from './parse-thoughts.ts';

/** The settings of a tree search, named as in Yao et al. 2023. */
export interface SearchSettings {
  readonly problem: string;
  /** G: `propose` asks once for several thoughts, `sample` draws each by itself. */
  readonly generator: 'propose' | 'sample';
  /** How the lines of a proposal become thoughts. */
  readonly reading: ThoughtReading;
  /** How many thoughts at most a state is gone on with (k). */
  readonly width: number;
  /** How many thoughts lead to an answer (T). */
  readonly steps: number;
  /** How many states each step keeps (b). */
  readonly beam: number;
  /** How often the model judges: each state in `value`, all together in `vote`. */
  readonly evaluations: number;
  readonly evaluator: 'value' | 'vote';
  /** What an evaluation's last word is worth. */
  readonly verdicts: ReadonlyMap<string, number>;
  /** What the last thought must hold to be an answer; empty: anything. */
  readonly answerMark: string;
  /** States below it are left (depth-first). */
  readonly threshold: number;
  readonly prompts: SearchPrompts;
  readonly scorer: Scorer | undefined;
  readonly temperature: number | undefined;
  readonly maxTokens: number;
}

/** Templates: `{{problem}}`, `{{state}}`, `{{count}}`, `{{level}}`, `{{levels}}`, `{{choices}}` are filled in. */
interface SearchPrompts {
  readonly generate: string;
  readonly value: string;
  readonly vote: string;
}

/** A thought with all that led to it. */
export interface TreeState {
  readonly id: string;
  readonly parent: string | undefined;
  readonly depth: number;
  /** What it adds. */
  readonly thought: string;
  /** All thoughts from the first on, one below the other. */
  readonly text: string;
  readonly value: number;
  readonly isSolved: boolean;
}

/** What a search works with. */
export interface SearchTools {
  readonly settings: SearchSettings;
  /** Keeps the budget. */
  readonly model: ChatModel;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Whether so many calls can still be made. */
  allows(calls?: number): boolean;
}
