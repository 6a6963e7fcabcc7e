import type { SearchReport } from '@jacquard/flow';
import type { LanguageTools, SearchMode, SearchOptions } from '@jacquard/node-kit';
import { leanOnHistory } from './lean-on-history.ts';

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
export function planSearch(task: PlanTask, tools: LanguageTools, isHeld: IsHeld): SearchPlan {
  const { question, mode, languages } = task;
  const { query, usesHistory } = leanOnHistory(question, task.history ?? [], tools, languages);
  const language = queryLanguage(query, languages, tools, isHeld);
  return { question, query, usesHistory, language, languages, mode, meaning: meaningOf(task, language) };
}

/** Whether any passage in a language has one of the stems. */
export type IsHeld = (language: string, stems: readonly string[]) => boolean;

/** Of a few words that tell nothing by themselves, the language in which the documents have most of them. */
function queryLanguage(query: string, languages: readonly string[], tools: LanguageTools, isHeld: IsHeld): string {
  const detected = tools.detect(query, { likely: languages });
  if (detected !== 'und') return detected;
  const votes = languages
    .filter((language) => language !== 'und')
    .map((language) => ({
      language,
      count: tools.contentWords(query.slice(0, 200), language).filter(({ stems }) => isHeld(language, stems)).length,
    }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = votes;
  return first !== undefined && first.count > (second?.count ?? 0) ? first.language : 'und';
}

function meaningOf({ mode, hasEmbeddings, knownLanguages }: PlanTask, language: string): SearchReport['meaning'] {
  if (mode === 'keyword') return 'not-asked';
  if (!hasEmbeddings) return 'no-embeddings';
  if (knownLanguages === undefined || language === 'und' || knownLanguages.includes(language)) return 'used';
  return 'language-unknown';
}
