import type { FlowDocument } from '@jacquard/flow';
import type { FrozenVersion } from '@jacquard/stores';

/** So many published versions are kept at hand; the one used least lately goes first. */
const most = 100;

/**
 * Published versions by the digest of what is frozen, read and migrated once: the same call after call, so that their plan is, too. A
 * digest never stands for anything else, so that nothing here goes stale.
 */
export function createFrozenCache(migrate: (document: FlowDocument) => FlowDocument) {
  const known = new Map<string, FrozenVersion>();
  return {
    async get(digest: string, read: () => Promise<FrozenVersion>): Promise<FrozenVersion> {
      const found = known.get(digest);
      known.delete(digest);
      const frozen = found ?? migrated(await read(), migrate);
      known.set(digest, frozen);
      const oldest = known.size > most ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      return frozen;
    },
  };
}

function migrated(
  { document, flows }: FrozenVersion,
  migrate: (document: FlowDocument) => FlowDocument,
): FrozenVersion {
  return {
    document: migrate(document),
    flows: Object.fromEntries(Object.entries(flows).map(([id, flow]) => [id, migrate(flow)])),
  };
}
