import { askEarly } from './api/early-answers.ts';
import { initialLanguage } from './i18n/initial-language.ts';
import { loadMessages, loadTexts } from './i18n/load-texts.ts';

// The first module to run: the flow in the address, the node types and the texts are on their way while the rest sets itself up.
const flow = /^\/flows\/[^/]+$/.exec(location.pathname)?.[0];
askEarly(['/node-types', ...(flow === undefined ? [] : [flow])]);
void loadTexts(initialLanguage());
void loadMessages(initialLanguage());
