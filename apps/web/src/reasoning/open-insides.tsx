import { useEffect } from 'react';
import { addLaterTexts } from '../i18n/i18n.ts';
import { later } from '../values/later.tsx';
import { closeInsides, useOpenInsides } from './open-insides-store.ts';

const LargeInsides = later(async () => {
  const [{ LargeInsides: part }] = await Promise.all([import('./large-insides.tsx'), addLaterTexts()]);
  return part;
});

/**
 * The insides of a node over the place that it stands in (which must be positioned). Draws nothing while none are open. What lies below
 * should be `inert` meanwhile.
 */
export function OpenInsides(): React.ReactElement | null {
  const shown = useOpenInsides((state) => state.shown);
  useEffect(() => closeInsides, []);
  return shown ? <LargeInsides key={shown.step} {...shown} /> : null;
}
