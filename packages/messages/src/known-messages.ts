import { languages, type Language } from '@jacquard/flow';
import type { Catalog } from './message-entry.ts';

/** The templates of one code in one language (see `MessageEntry`). */
export interface MessageTexts {
  readonly title: string;
  readonly detail: string;
  readonly hint?: string;
}

/** Templates of one language by code. */
export type MessageCatalog = Readonly<Record<string, MessageTexts>>;

const known: Readonly<Record<Language, Map<string, MessageTexts>>> = { en: new Map(), fr: new Map() };

/** What a catalog says in one language alone. */
export function textsIn(catalog: Catalog, language: Language): MessageCatalog {
  return Object.fromEntries(
    Object.entries(catalog).map(([code, { title, detail, hint }]) => [
      code,
      { title: title[language], detail: detail[language], ...(hint && { hint: hint[language] }) },
    ]),
  );
}

/** Makes the texts of one language known: a page fetches those that its reader reads, and no others. */
export function addMessageTexts(language: Language, texts: MessageCatalog): void {
  for (const [code, said] of Object.entries(texts)) known[language].set(code, said);
}

/** Makes a catalog known in every language. */
export function addMessages(catalog: Catalog): void {
  for (const language of languages) addMessageTexts(language, textsIn(catalog, language));
}

/** What is said of a code in a language; undefined where nothing is known of it. */
export function messageTexts(code: string, language: Language): MessageTexts | undefined {
  return known[language].get(code);
}
