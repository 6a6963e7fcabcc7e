import type { TextKey } from '../i18n/en/index.ts';
import type { GuideId } from './guide-id.ts';

/** What each guide is called, and what it does in a line. */
export const guideNames: Readonly<Record<GuideId, { readonly name: TextKey; readonly summary: TextKey }>> = {
  'ask-my-documents': { name: 'guides.ask', summary: 'guides.ask-summary' },
  'sort-my-tickets': { name: 'guides.sort', summary: 'guides.sort-summary' },
  'extract-a-table': { name: 'guides.extract', summary: 'guides.extract-summary' },
  'compare-two-prompts': { name: 'guides.compare', summary: 'guides.compare-summary' },
};
