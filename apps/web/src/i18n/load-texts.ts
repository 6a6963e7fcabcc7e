import type { Language } from '@jacquard/flow';
import { loadPart } from '../values/load-part.ts';
import type { Texts } from './en/index.ts';

/** Fetches the page's texts in a language; asked for again, they are here. */
export async function loadTexts(language: Language): Promise<Texts> {
  if (language === 'fr') return (await loadPart(() => import('./fr/index.ts'))).french;
  return (await loadPart(() => import('./en/index.ts'))).english;
}
