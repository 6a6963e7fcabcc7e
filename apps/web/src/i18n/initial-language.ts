import type { Language } from '@jacquard/flow';

/** Where the browser keeps the language that a person chose. */
export const languageKey = 'jacquard-language';

/** The language that the page begins in: the person's choice, or the browser's. */
export function initialLanguage(): Language {
  const chosen = localStorage.getItem(languageKey);
  if (chosen === 'en' || chosen === 'fr') return chosen;
  return /^fr/i.test(navigator.language) ? 'fr' : 'en';
}
