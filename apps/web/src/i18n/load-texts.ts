import type { Language } from '@jacquard/flow';
import type { MessageCatalog } from '@jacquard/messages/sentences';
import { loadPart } from '../values/load-part.ts';
import type { Texts } from './en/index.ts';
import type { LaterTexts } from './en/later.ts';

/** Fetches the page's texts in a language; asked for again, they are here. */
export async function loadTexts(language: Language): Promise<Texts> {
  if (language === 'fr') return (await loadPart(() => import('./fr/index.ts'))).french;
  return (await loadPart(() => import('./en/index.ts'))).english;
}

/** Fetches the texts in a language of pages that come when they are first opened. */
export async function loadLaterTexts(language: Language): Promise<LaterTexts> {
  if (language === 'fr') return (await loadPart(() => import('./fr/later.ts'))).laterFrench;
  return (await loadPart(() => import('./en/later.ts'))).laterEnglish;
}

/** Fetches what is said in a language of what can go wrong anywhere. */
export async function loadMessages(language: Language): Promise<MessageCatalog> {
  if (language === 'fr') return (await loadPart(() => import('./fr/messages.ts'))).firstFrenchMessages;
  return (await loadPart(() => import('./en/messages.ts'))).firstEnglishMessages;
}

/** Fetches what is said of the rest, in the parts of {@link loadLaterTexts} alone. */
export async function loadLaterMessages(language: Language): Promise<MessageCatalog> {
  if (language === 'fr') return (await loadPart(() => import('./fr/later-messages.ts'))).laterFrenchMessages;
  return (await loadPart(() => import('./en/later-messages.ts'))).laterEnglishMessages;
}
