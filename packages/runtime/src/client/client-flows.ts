import { Problem } from '@jacquard/flow';
import type { ClientFlow } from '@jacquard/protocol/client';
import type { Principal } from '../access/principal.ts';
import type { CallableFlow } from '../calls/call-desk.ts';
import { parseFlowAddress } from '../calls/flow-address.ts';
import type { SpaceRuntime } from '../space.ts';

export interface ClientFlowsSources {
  readonly main: Pick<SpaceRuntime, 'calls' | 'publishing' | 'stores' | 'space'>;
}

/** What keeps a flow out of a client of all flows: it isn't there for callers, or can't be read. */
const leftOut = new Set(['flow-not-found', 'not-published', 'right-missing']);

/**
 * The flows that a client is written for: those of the addresses (`id`, `id@draft`, `id@3`, `id@label`; throws what `CallDesk.find`
 * throws), or, without any, all that the principal may call as they are published, by their ids.
 */
export async function clientFlows(
  sources: ClientFlowsSources,
  principal: Principal,
  addresses?: readonly string[],
): Promise<readonly ClientFlow[]> {
  const { calls } = sources.main;
  if (addresses === undefined) return publishedFlows(sources, principal);
  return Promise.all(
    [...new Set(addresses)].map(async (address) => clientFlow(sources, address, await calls.find(address, principal))),
  );
}

async function publishedFlows(sources: ClientFlowsSources, principal: Principal): Promise<readonly ClientFlow[]> {
  const { calls, stores, space } = sources.main;
  const stored = await stores.flows.list(space);
  const ids = stored.filter(({ broken }) => broken === undefined).map(({ id }) => id);
  const found = await Promise.all(
    ids.toSorted().map(async (id) => {
      const callable = await calls.find(id, principal).catch((error: unknown) => {
        if (Problem.is(error) && leftOut.has(error.code)) return undefined;
        throw error;
      });
      return callable && clientFlow(sources, id, callable);
    }),
  );
  return found.filter((flow) => flow !== undefined);
}

/** The client calls what it was written for: it goes on naming the version that the address names. */
async function clientFlow({ main }: ClientFlowsSources, address: string, found: CallableFlow): Promise<ClientFlow> {
  const { document, flowId: id } = found;
  const { name, description } = document;
  const { version } = parseFlowAddress(address);
  return { id, name, description, interface: await main.publishing.interface(id, version), version };
}
