import { addLaterTexts } from '../i18n/i18n.ts';
import { later } from '../values/later.tsx';

/** What a node will use of models at most, with texts of its own. */
export const BoundOfNode = later(async () => {
  const [{ BoundLine }] = await Promise.all([import('./bound-line.tsx'), addLaterTexts()]);
  return BoundLine;
});
