import { text } from '@jacquard/node-kit';

/** What a strategy answers. */
export const questionInput = text({ label: { en: 'Question', fr: 'Question' }, multiline: true });
