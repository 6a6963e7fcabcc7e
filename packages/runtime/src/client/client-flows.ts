import type { ClientFlow } from '@jacquard/protocol/client';
import type { Principal } from '../access/principal.ts';
import type { CallableFlow } from '../calls/call-desk.ts';
import { callableFlows } from '../calls/callable-flows.ts';
import { parseFlowAddress } from '../calls/flow-address.ts';
import type { SpaceRuntime } from '../space.ts';

export interface ClientFlowsSources {
  readonly main: Pick<SpaceRuntime, 'calls' | 'publishing' | 'stores' | 'space'>;
}

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
  const flows = await callableFlows({ space, flows: stores.flows, calls }, principal);
  const written = await Promise.all(flows.map((flow) => clientFlow(sources, flow.flowId, flow)));
  return written.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The client calls what it was written for: it goes on naming the version that the address names. */
async function clientFlow({ main }: ClientFlowsSources, address: string, found: CallableFlow): Promise<ClientFlow> {
  const { document, flowId: id } = found;
  const { name, description } = document;
  const { version } = parseFlowAddress(address);
  return { id, name, description, interface: await main.publishing.interface(id, version), version };
}
