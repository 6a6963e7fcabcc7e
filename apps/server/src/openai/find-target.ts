import { Problem } from '@jacquard/flow';
import { mayDo, type CallableFlow, type Principal, type Runtime } from '@jacquard/runtime';

/** What `model` of a request names. */
export type Target =
  | { readonly kind: 'flow'; readonly flow: CallableFlow; readonly address: string }
  | { readonly kind: 'model'; readonly name: string };

const localPrefix = 'local:';

/**
 * Looks up what `model` names: a flow, else a local model; `local:NAME` is always a model. What this principal may not use is as absent
 * as what there isn't. Throws `model-or-flow-not-found`, and what is wrong with a flow that is there: `not-published`, `version-not-found`.
 */
export async function findTarget({ main }: Runtime, name: string, principal: Principal): Promise<Target> {
  if (name.startsWith(localPrefix)) return { kind: 'model', name: name.slice(localPrefix.length) };
  const flow = await main.calls.find(name, principal).catch(absent);
  // The version that was looked at is the one that runs, whatever is published meanwhile.
  if (flow !== undefined)
    return { kind: 'flow', flow, address: flow.version === undefined ? name : `${flow.flowId}@${flow.version}` };
  if (!mayDo(principal, 'models')) throw new Problem('model-or-flow-not-found', { name });
  return { kind: 'model', name };
}

function absent(error: unknown): undefined {
  if (!Problem.is(error) || error.code !== 'flow-not-found') throw error;
}
