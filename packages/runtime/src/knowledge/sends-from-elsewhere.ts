import { Problem } from '@jacquard/flow';
import type { StoredKnowledge } from '@jacquard/stores';

/** Whether a base came from elsewhere and would send its documents' texts to a service to have their meaning. */
export function sendsFromElsewhere({ imported, document }: StoredKnowledge): boolean {
  return imported && typeof document.embeddings === 'object';
}

/** Throws `consent-needed` with the address for a base that would, so that a person is asked first. */
export function requireNoSending(base: StoredKnowledge): void {
  const { embeddings } = base.document;
  if (!sendsFromElsewhere(base) || typeof embeddings !== 'object') return;
  const address = { kind: 'address', name: new URL(embeddings.url).origin, nodes: [], agreed: false };
  throw new Problem('consent-needed', { id: base.id, reaches: [address] });
}
