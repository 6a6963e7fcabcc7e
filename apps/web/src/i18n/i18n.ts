import type { Language } from '@jacquard/flow';
import { addMessageTexts, typeset } from '@jacquard/messages/sentences';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { TextKey } from './en/index.ts';
import { initialLanguage, languageKey } from './initial-language.ts';
import { loadLaterMessages, loadLaterTexts, loadMessages, loadTexts } from './load-texts.ts';

/** Sets up the texts of the page's language; those of the other one come when it is chosen. */
export async function startTranslation(): Promise<void> {
  const language = initialLanguage();
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: await textsOf(language) } },
  });
}

/** Everything to read in a language: texts of the page, which are given, and the sentences of errors, which are known from then on. */
async function textsOf(language: Language): Promise<Record<string, string>> {
  const [texts, messages] = await Promise.all([loadTexts(language), loadMessages(language)]);
  addMessageTexts(language, messages);
  return language === 'fr' ? typesetAll(texts) : { ...texts };
}

/** French punctuation gets its non-breaking spaces here, once for all texts. */
function typesetAll(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, typeset(text, 'fr')]));
}

let isLaterHere = false;

/** Adds the texts of pages that come when they are first opened, and the sentences of errors that they alone tell, in the page's language, and from now on in every one chosen. */
export async function addLaterTexts(): Promise<void> {
  isLaterHere = true;
  await addLater(currentLanguage());
}

async function addLater(language: Language): Promise<void> {
  const [texts, messages] = await Promise.all([loadLaterTexts(language), loadLaterMessages(language)]);
  addMessageTexts(language, messages);
  i18next.addResources(language, 'translation', language === 'fr' ? typesetAll(texts) : texts);
}

/** Changes the language of everything, for the next time, too. Its texts may have to come first. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await textsOf(language));
  if (isLaterHere) await addLater(language);
  localStorage.setItem(languageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
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
