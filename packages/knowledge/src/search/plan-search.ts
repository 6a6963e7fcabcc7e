import type { SearchReport } from '@jacquard/flow';
import type { LanguageTools, SearchMode, SearchOptions } from '@jacquard/node-kit';

/** What a search will do, before it is done: what is searched, in which language, and whether meaning counts. */
export interface SearchPlan {
  readonly question: string;
  readonly query: string;
  readonly usesHistory: boolean;
  readonly language: string;
  /** Of the passages, the commonest first. */
  readonly languages: readonly string[];
  readonly mode: SearchMode;
  readonly meaning: SearchReport['meaning'];
}

/** What a plan is made from. `knownLanguages`: those of the embeddings; undefined where they are trusted with all. */
export interface PlanTask {
  readonly question: string;
  readonly history: SearchOptions['history'];
  readonly mode: SearchMode;
  readonly languages: readonly string[];
  readonly hasEmbeddings: boolean;
  readonly knownLanguages: readonly string[] | undefined;
}

/** Plans a search. A question whose language nobody can tell is searched by meaning as well. */
export function planSearch(task: PlanTask, tools: LanguageTools): SearchPlan {
  const { question, mode, languages } = task;
  const language = tools.detect(question, { likely: languages });
  return {
    question,
    query: question,
    usesHistory: false,
    language,
    languages,
    mode,
    meaning: meaningOf(task, language),
  };
}

function meaningOf({ mode, hasEmbeddings, knownLanguages }: PlanTask, language: string): SearchReport['meaning'] {
  if (mode === 'keyword') return 'not-asked';
  if (!hasEmbeddings) return 'no-embeddings';
  if (knownLanguages === undefined || language === 'und' || knownLanguages.includes(language)) return 'used';
  return 'language-unknown';
}
