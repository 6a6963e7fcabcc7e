import type { NodeDefinition } from '../node-definition.ts';
import { fakeChatModel } from './fake-chat-model.ts';
import { fakeEmbeddings } from './fake-embeddings.ts';
import { fakeKnowledgeBase } from './fake-knowledge.ts';
import { fakeServices, type FakeServices, type FakeServicesOptions } from './fake-services.ts';
import { runNode, type NodeRun } from './run-node.ts';

/** Runs a node's own example: what stands for a model or a file in it is made, in fresh services. Code runs in the sandbox given. */
export async function runExample(
  definition: NodeDefinition,
  signal: AbortSignal = new AbortController().signal,
  { sandbox }: Pick<FakeServicesOptions, 'sandbox'> = {},
): Promise<NodeRun> {
  const { inputs, history, answer } = definition.descriptor.example;
  const services = fakeServices({ ...(history && { history }), ...(sandbox && { sandbox }) });
  const made = exampleInputs(inputs, services);
  const run = await runNode(definition, { inputs: made, services, signal });
  if (run.pause === undefined || answer === undefined) return run;
  const resumed = { answer, state: run.pause.state };
  return runNode(definition, { inputs: made, services, signal, resumed });
}

/** The inputs of an example, with what stands for a model or a file in them made. */
export function exampleInputs(
  inputs: Readonly<Record<string, unknown>>,
  services: FakeServices,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, exampleValue(value, services)]));
}

function exampleValue(value: unknown, services: FakeServices): unknown {
  if (Array.isArray(value)) return value.map((item) => exampleValue(item, services));
  if (typeof value !== 'object' || value === null || !('fake' in value)) return value;
  if (value.fake === 'chat-model' && 'replies' in value && Array.isArray(value.replies)) {
    const shares = 'score' in value ? (value.score as Record<string, number>) : undefined; // boundary: typed where the node is defined
    const score = shares && ((continuation: string) => Math.log(shares[continuation] ?? 0));
    return fakeChatModel({ replies: value.replies.map(String), ...(score && { score }) });
  }
  if (value.fake === 'file' && 'name' in value && 'text' in value) {
    return services.store(String(value.name), String(value.text));
  }
  if (value.fake === 'embeddings') return fakeEmbeddings();
  if (value.fake === 'knowledge-base' && 'texts' in value) {
    return fakeKnowledgeBase(value.texts as Record<string, string>); // boundary: typed where the node is defined
  }
  throw new Error(`No such fake: ${JSON.stringify(value)}`);
}
