import { cleanNames } from './flows/unique-names.ts';
import type { GuideId } from './guide-id.ts';
import type { GuideAnswers } from './guide-store.ts';

/** What keeps a guide from going on: a text of the page, and the field to fill in (its `name`). */
export interface Missing {
  readonly text:
    | 'guides.ask-missing-files'
    | 'guides.ask-missing-question'
    | 'guides.sort-missing-tickets'
    | 'guides.sort-missing-categories'
    | 'guides.extract-missing-text'
    | 'guides.extract-missing-columns'
    | 'guides.compare-missing-texts'
    | 'guides.compare-missing-prompts';
  readonly field: string;
}

/** What is missing before a guide's second (`have`) or third (`want`) part; undefined when nothing is. */
export function missingOf(id: GuideId, part: 'have' | 'want', answers: GuideAnswers): Missing | undefined {
  const isBlank = (text: string): boolean => text.trim() === '';
  switch (id) {
    case 'ask-my-documents': {
      const { files, isSample, question } = answers[id];
      if (part === 'want')
        return isBlank(question) ? { text: 'guides.ask-missing-question', field: 'question' } : undefined;
      return files.length > 0 || isSample ? undefined : { text: 'guides.ask-missing-files', field: 'files' };
    }
    case 'sort-my-tickets': {
      const { text, categories } = answers[id];
      if (part === 'have') return isBlank(text) ? { text: 'guides.sort-missing-tickets', field: 'text' } : undefined;
      const isEnough = cleanNames(categories.map(({ name }) => name)).length > 1;
      return isEnough ? undefined : { text: 'guides.sort-missing-categories', field: 'category' };
    }
    case 'extract-a-table': {
      const { text, file, columns } = answers[id];
      if (part === 'have')
        return isBlank(text) && !file ? { text: 'guides.extract-missing-text', field: 'text' } : undefined;
      const isNamed = cleanNames(columns.map(({ name }) => name)).length > 0;
      return isNamed ? undefined : { text: 'guides.extract-missing-columns', field: 'column' };
    }
    default: {
      const { texts, prompts } = answers[id];
      if (part === 'have') return isBlank(texts) ? { text: 'guides.compare-missing-texts', field: 'text' } : undefined;
      return prompts.some(isBlank) ? { text: 'guides.compare-missing-prompts', field: 'prompt' } : undefined;
    }
  }
}
