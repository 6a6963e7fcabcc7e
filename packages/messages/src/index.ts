import { catalog } from './catalog/index.ts';
import { addMessages } from './known-messages.ts';

addMessages(catalog);

export { catalog };
export * from './sentences.ts';
