import type { Language } from '@jacquard/flow';
import { typeset } from '@jacquard/messages';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { english, type TextKey, type Texts } from './en/index.ts';
import { french } from './fr/index.ts';

const storageKey = 'jacquard-language';

/** The language of the page: the person's choice, or the browser's. */
function initialLanguage(): Language {
  const chosen = localStorage.getItem(storageKey);
  if (chosen === 'en' || chosen === 'fr') return chosen;
  return /^fr/i.test(navigator.language) ? 'fr' : 'en';
}

/** Sets up the texts; both languages come with the page, so that it works without a network. */
export function startTranslation(): void {
  const language = initialLanguage();
  document.documentElement.lang = language;
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: english }, fr: { translation: typesetAll(french) } },
  });
}

/** French punctuation gets its non-breaking spaces here, once for all texts. */
function typesetAll(texts: Texts): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, typeset(text, 'fr')]));
}

/** Changes the language of everything, at once and for the next time. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** The language of the page, outside of components. */
export function currentLanguage(): Language {
  return i18next.language === 'fr' ? 'fr' : 'en';
}

export type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

/** The texts of the page and its language, for a component. */
export function useTexts(): { readonly t: Translate; readonly language: Language } {
  const { t, i18n } = useTranslation();
  return { t: t as unknown as Translate, language: i18n.language === 'fr' ? 'fr' : 'en' }; // boundary: i18next's own types know no keys
}
