// oxlint-disable-next-line no-restricted-imports -- built, these are the texts of one language alone
import { laterCatalog, textsIn, type MessageCatalog } from '@jacquard/messages';

/** What is said in English in parts that come when they are first opened, alone. Built as those of the first load are. */
export const laterEnglishMessages: MessageCatalog = textsIn(laterCatalog, 'en');
