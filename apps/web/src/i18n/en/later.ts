import { insides } from './insides.ts';
import { models } from './models.ts';
import { reasoning } from './reasoning.ts';

/** English texts of pages that come when they are first opened: no part of what the first page loads. */
export const laterEnglish = { ...insides, ...models, ...reasoning };

export type LaterTexts = Readonly<Record<keyof typeof laterEnglish, string>>;
