// oxlint-disable-next-line no-restricted-imports -- built, these are the texts of one language alone
import { firstCatalog, textsIn, type MessageCatalog } from '@jacquard/messages';

/** What is said in French of what can go wrong anywhere. Built, it is these texts alone (`plain-messages.ts`). */
export const firstFrenchMessages: MessageCatalog = textsIn(firstCatalog, 'fr');
