import { insides } from './insides.ts';
import { models } from './models.ts';

/** English texts of pages that come when they are first opened: no part of what the first page loads. */
export const laterEnglish = { ...insides, ...models };

export type LaterTexts = Readonly<Record<keyof typeof laterEnglish, string>>;
