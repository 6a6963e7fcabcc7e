import {
  createFlowInterfaces,
  flowInterface,
  namedInFlow,
  Problem,
  type Descriptors,
  type FlowDocument,
} from '@jacquard/flow';
import type { ClientFlow } from '@jacquard/protocol/client';
import type { Principal } from '../access/principal.ts';
import type { CallableFlow } from '../calls/call-desk.ts';
import { parseFlowAddress } from '../calls/flow-address.ts';
import type { SpaceRuntime } from '../space.ts';

export interface ClientFlowsSources {
  readonly main: Pick<SpaceRuntime, 'flows' | 'calls' | 'stores' | 'space'>;
  readonly descriptors: Descriptors;
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
async function clientFlow(
  { main, descriptors }: ClientFlowsSources,
  address: string,
  callable: CallableFlow,
): Promise<ClientFlow> {
  const { document, flowId } = callable;
  const flows = callable.flows ?? (await subFlowsOf(main, descriptors, document));
  const interfaceOf = createFlowInterfaces((id) => (Object.hasOwn(flows, id) ? flows[id] : undefined), descriptors);
  return {
    id: flowId,
    name: document.name,
    description: document.description,
    interface: flowInterface(document, descriptors, { flowInterface: interfaceOf }),
    version: parseFlowAddress(address).version,
  };
}

async function subFlowsOf(
  { flows }: ClientFlowsSources['main'],
  descriptors: Descriptors,
  document: FlowDocument,
): Promise<Readonly<Record<string, FlowDocument>>> {
  const found: Record<string, FlowDocument> = {};
  const waiting = namedInFlow(document, descriptors, 'flow');
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (Object.hasOwn(found, id)) continue;
    const flow = await flows.get(id).catch(() => undefined);
    if (flow === undefined) continue;
    found[id] = flow.document;
    waiting.push(...namedInFlow(flow.document, descriptors, 'flow'));
  }
  return found;
}
