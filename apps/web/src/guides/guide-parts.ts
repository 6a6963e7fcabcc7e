import type { TextKey } from '../i18n/en/index.ts';
import type { GuideId } from './guide-id.ts';
import { AskHave, AskWant } from './parts/ask-parts.tsx';
import { CompareHave, CompareWant } from './parts/compare-parts.tsx';
import { ExtractHave, ExtractWant } from './parts/extract-parts.tsx';
import { SortHave } from './parts/sort-have.tsx';
import { SortWant } from './parts/sort-want.tsx';

/** One of the two questions of a guide: what it asks, and the fields. */
interface GuidePart {
  readonly title: TextKey;
  readonly text: TextKey;
  readonly Fields: () => React.ReactElement;
}

/** What each guide asks. */
export const guideParts: Readonly<Record<GuideId, { readonly have: GuidePart; readonly want: GuidePart }>> = {
  'ask-my-documents': {
    have: { title: 'guides.ask-have', text: 'guides.ask-have-text', Fields: AskHave },
    want: { title: 'guides.ask-want', text: 'guides.ask-want-text', Fields: AskWant },
  },
  'sort-my-tickets': {
    have: { title: 'guides.sort-have', text: 'guides.sort-have-text', Fields: SortHave },
    want: { title: 'guides.sort-want', text: 'guides.sort-want-text', Fields: SortWant },
  },
  'extract-a-table': {
    have: { title: 'guides.extract-have', text: 'guides.extract-have-text', Fields: ExtractHave },
    want: { title: 'guides.extract-want', text: 'guides.extract-want-text', Fields: ExtractWant },
  },
  'compare-two-prompts': {
    have: { title: 'guides.compare-have', text: 'guides.compare-have-text', Fields: CompareHave },
    want: { title: 'guides.compare-want', text: 'guides.compare-want-text', Fields: CompareWant },
  },
};
