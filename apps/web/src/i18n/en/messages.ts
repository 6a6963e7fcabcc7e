// oxlint-disable-next-line no-restricted-imports -- built, these are the texts of one language alone
import { catalog, textsIn, type MessageCatalog } from '@jacquard/messages';

/** What is said in English of everything that can go wrong. Built, it is these texts alone (`plain-messages.ts`). */
export const englishMessages: MessageCatalog = textsIn(catalog, 'en');
