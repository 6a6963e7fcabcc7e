import type { Texts } from '../en/index.ts';
import { access } from './access.ts';
import { build } from './build.ts';
import { canvas } from './canvas.ts';
import { chat } from './chat.ts';
import { editing } from './editing.ts';
import { faces } from './faces.ts';
import { fields } from './fields.ts';
import { flows } from './flows.ts';
import { guides } from './guides.ts';
import { knowledge } from './knowledge.ts';
import { panels } from './panels.ts';
import { pins } from './pins.ts';
import { runs } from './runs.ts';
import { shell } from './shell.ts';
import { sources } from './sources.ts';
import { structure } from './structure.ts';
import { versions } from './versions.ts';

/** All French texts of the page: a missing one is a type error. */
export const french: Texts = {
  ...shell,
  ...flows,
  ...chat,
  ...panels,
  ...canvas,
  ...fields,
  ...knowledge,
  ...sources,
  ...access,
  ...build,
  ...editing,
  ...faces,
  ...guides,
  ...pins,
  ...runs,
  ...structure,
  ...versions,
};
