import type { LaterTexts } from '../en/later.ts';
import { apiPanel } from './api-panel.ts';
import { insides } from './insides.ts';
import { models } from './models.ts';
import { pause } from './pause.ts';
import { publishing } from './publishing.ts';
import { reasoning } from './reasoning.ts';
import { rights } from './rights.ts';
import { tests } from './tests.ts';

/** French texts of pages that come when they are first opened. */
export const laterFrench: LaterTexts = {
  ...apiPanel,
  ...insides,
  ...models,
  ...pause,
  ...publishing,
  ...reasoning,
  ...rights,
  ...tests,
};
