import { Problem } from '@jacquard/flow';
import type { FlowStore, Space } from '@jacquard/stores';
import { mayDo, type Principal } from '../access/principal.ts';
import type { CallableFlow, CallDesk } from './call-desk.ts';

export interface CallableSources {
  readonly space: Space;
  readonly flows: Pick<FlowStore, 'list'>;
  readonly calls: Pick<CallDesk, 'find'>;
}

/** The flows that a principal may call by their names alone, as they would run now, in the order of the flows' list. */
export async function callableFlows(
  { space, flows, calls }: CallableSources,
  principal: Principal,
): Promise<readonly CallableFlow[]> {
  const found: CallableFlow[] = [];
  for (const { id, broken } of await flows.list(space)) {
    if (broken === true || !mayDo(principal, 'call', id)) continue;
    const flow = await calls.find(id, principal).catch(passOver);
    if (flow !== undefined) found.push(flow);
  }
  return found;
}

/** What isn't published, was deleted meanwhile or can't be read is no flow to call. */
function passOver(error: unknown): undefined {
  if (!Problem.is(error) || error.kind === 'bug') throw error;
}
