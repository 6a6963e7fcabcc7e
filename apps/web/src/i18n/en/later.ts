import { apiPanel } from './api-panel.ts';
import { insides } from './insides.ts';
import { models } from './models.ts';
import { pause } from './pause.ts';
import { publishing } from './publishing.ts';
import { reasoning } from './reasoning.ts';
import { rights } from './rights.ts';
import { tests } from './tests.ts';

/** English texts of pages that come when they are first opened: no part of what the first page loads. */
export const laterEnglish = {
  ...apiPanel,
  ...insides,
  ...models,
  ...pause,
  ...publishing,
  ...reasoning,
  ...rights,
  ...tests,
};

export type LaterTexts = Readonly<Record<keyof typeof laterEnglish, string>>;
