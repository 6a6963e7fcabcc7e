import { canvas } from './canvas.ts';
import { chat } from './chat.ts';
import { fields } from './fields.ts';
import { flows } from './flows.ts';
import { knowledge } from './knowledge.ts';
import { models } from './models.ts';
import { panels } from './panels.ts';
import { shell } from './shell.ts';
import { sources } from './sources.ts';

/** All English texts of the page, by key. `_one` and `_other` are forms of one key, chosen by `count`. */
export const english = {
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

type Base<Key> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;
export type TextKey = Base<keyof typeof english>;
export type Texts = Readonly<Record<keyof typeof english, string>>;
