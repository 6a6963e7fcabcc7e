import type { guides } from '../../i18n/en/guides.ts';

type Plural = `${string}_${'one' | 'other'}`;

/** The words of the guides in the reader's language: a flow is built with titles and notes that its reader understands. */
export type GuideWords = (
  key: Exclude<keyof typeof guides, Plural> | 'canvas.drop-question' | 'canvas.drop-search' | 'canvas.drop-reply',
  params?: Readonly<Record<string, string | number>>,
) => string;
