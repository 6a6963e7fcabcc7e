import type { JsonValue, KnowledgeDocument } from '@jacquard/flow';
import type { IndexSettings } from '../interfaces.ts';
import { resolvePassageSettings } from '../passages/default-passage-settings.ts';

/** Grows when reading or cutting changes so much that indexes should be built again. */
const readerVersion = 1;

/** What an index of this document must have been built with. */
export function indexSettings(document: KnowledgeDocument, embeddings: JsonValue): IndexSettings {
  return { embeddings, passages: { ...resolvePassageSettings(document.passages) }, reader: readerVersion };
}
