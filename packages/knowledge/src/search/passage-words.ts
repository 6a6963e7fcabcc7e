import type { Passage } from '@jacquard/flow';
import type { LanguageTools } from '@jacquard/node-kit';

/** A passage as search reads it: stems of its content words in order, by where they stand. */
export interface PassageWords {
  readonly language: string;
  /** Of the document's title and file name. */
  readonly title: readonly string[];
  /** Of the headings above the passage. */
  readonly headings: readonly string[];
  readonly body: readonly string[];
}

/** Analyses a passage in its own language. */
export function passageWords({ pageContent, metadata }: Passage, tools: LanguageTools): PassageWords {
  const { language } = metadata;
  const stems = (text: string): string[] => tools.contentWords(text, language).map(({ stems: [stem = ''] }) => stem);
  const fileName = metadata.source.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  return {
    language,
    title: [...new Set(stems(`${metadata.title ?? ''} ${fileName.replaceAll('_', ' ')}`))],
    headings: stems(metadata.headings.join(' ')),
    body: stems(pageContent),
  };
}
