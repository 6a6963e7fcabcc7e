import type { Texts } from '../en/index.ts';
import { canvas } from './canvas.ts';
import { chat } from './chat.ts';
import { fields } from './fields.ts';
import { flows } from './flows.ts';
import { knowledge } from './knowledge.ts';
import { models } from './models.ts';
import { panels } from './panels.ts';
import { shell } from './shell.ts';
import { sources } from './sources.ts';

/** All French texts of the page: a missing one is a type error. */
export const french: Texts = {
  ...shell,
  ...flows,
  ...models,
  ...chat,
  ...panels,
  ...canvas,
  ...fields,
  ...knowledge,
  ...sources,
};
