import type { FlowDocument } from '@jacquard/flow';

/** Documents remembered; the one asked for least lately goes first. */
const mostDocuments = 200;

/**
 * Documents that were read, by key and revision. A flow that hasn't changed is the same object each time, so that what was
 * made of it (a plan, say) can be found again by it.
 */
export interface DocumentCache {
  /** `read` gives undefined when there is no such revision any more. */
  get(key: string, revision: string, read: () => FlowDocument | undefined): FlowDocument | undefined;
}

/** An empty cache. */
export function createDocumentCache(): DocumentCache {
  const known = new Map<string, { readonly revision: string; readonly document: FlowDocument }>();
  return {
    get(key, revision, read) {
      const found = known.get(key);
      const document = found?.revision === revision ? found.document : read();
      if (document === undefined) return undefined;
      known.delete(key);
      known.set(key, { revision, document });
      const [oldest] = known.keys();
      if (known.size > mostDocuments && oldest !== undefined) known.delete(oldest);
      return document;
    },
  };
}
