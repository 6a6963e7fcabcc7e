import { addLaterTexts } from '../i18n/i18n.ts';
import { later } from '../values/later.tsx';

/** What a node will put together of its fields, loaded when the first such node is looked at. */
export const PreviewOfNode = later(async () => {
  const [{ ComposedPreview }] = await Promise.all([import('./composed-preview.tsx'), addLaterTexts()]);
  return ComposedPreview;
});
