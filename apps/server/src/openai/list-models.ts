import type { OpenAiModel } from '@jacquard/protocol';
import { callableFlows, chatFaceOf, type CallableFlow, type Principal, type Runtime } from '@jacquard/runtime';
import { callableInterface } from '../callable-interface.ts';

/** What a principal may name as `model`: the flows that can be talked to by a question alone, then this machine's models. */
export async function listModels(runtime: Runtime, principal: Principal): Promise<readonly OpenAiModel[]> {
  const { main, descriptors } = runtime;
  const { space, stores, calls, modelCalls } = main;
  const flows = await callableFlows({ space, flows: stores.flows, calls }, principal);
  const talking: CallableFlow[] = [];
  for (const flow of flows) {
    const face = chatFaceOf(flow.document, descriptors, await callableInterface(runtime, flow));
    if (face?.needs.length === 0) talking.push(flow);
  }
  const taken = new Set(talking.map(({ flowId }) => flowId));
  const models = await modelCalls.list(principal);
  return [
    ...talking.map(({ flowId, document }) => modelOf(flowId, 'flow', document.name)),
    // A flow of the same name goes first: the model then has another way to be named.
    ...models.map(({ id, kind, name }) => modelOf(taken.has(id) ? `local:${id}` : id, kind, name)),
  ];
}

function modelOf(id: string, kind: OpenAiModel['jacquard']['kind'], name: string): OpenAiModel {
  return {
    id,
    object: 'model',
    created: 0,
    owned_by: kind === 'flow' ? 'jacquard' : 'local',
    jacquard: { kind, name },
  };
}
