import { catalog, firstCatalog, laterCatalog } from './catalog/index.ts';
import { addMessages } from './known-messages.ts';

addMessages(catalog);

export { catalog, firstCatalog, laterCatalog };
export * from './sentences.ts';
