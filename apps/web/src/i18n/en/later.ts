import { insides } from './insides.ts';

/** English texts of pages that come when they are first opened: no part of what the first page loads. */
export const laterEnglish = { ...insides };

export type LaterTexts = Readonly<Record<keyof typeof laterEnglish, string>>;
