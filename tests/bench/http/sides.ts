import { once } from 'node:events';
import { createFlow } from '../process/flow-of-server.ts';
import { startProgram, type ChildProgram } from '../process/child-program.ts';
import { startJacquard, type MeasuredJacquard } from '../process/start-jacquard.ts';
import type { Load, Seen } from './load-client.ts';

/** The processes of one measurement: upstream, both servers, and the client. */
export interface Sides {
  readonly jacquard: MeasuredJacquard;
  readonly bare: ChildProgram;
  /** Where each side answers for a model of the upstream. */
  urls(model: string, way: 'invoke' | 'stream'): Promise<{ jacquard: string; bare: string }>;
  load(load: Load): Promise<Seen>;
  end(): Promise<void>;
}

/** prompt → OpenAI-compatible model → output, as a person would draw it. */
function flowOf(baseUrl: string, model: string): object {
  return {
    jacquard: 1,
    name: `bench ${model}`,
    nodes: {
      question: { type: 'io.chat-input' },
      prompt: {
        type: 'prompts.template',
        inputs: { template: 'Answer briefly: {{question}}', question: { from: 'question.text' } },
      },
      model: { type: 'models.openai-compatible', inputs: { baseUrl, model } },
      chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'prompt.text' } } },
      reply: { type: 'io.chat-output', inputs: { text: { from: 'chat.answer' } } },
    },
  };
}

/** Starts all of them. Jacquard may reach the upstream because the operator allows it. */
export async function openSides(): Promise<Sides> {
  const upstream = startProgram('http/upstream.ts');
  const { url, port } = (await upstream.said) as { url: string; port: number }; // boundary: our own program's message
  const bare = startProgram('http/bare-route.ts', [url]);
  const { url: bareUrl } = (await bare.said) as { url: string }; // boundary: as above
  const jacquard = await startJacquard({ JACQUARD_ALLOWED_HOSTS: `127.0.0.1:${port},127.0.0.1` });
  const client = startProgram('http/load-client.ts');
  await client.said;
  const ids = new Map<string, Promise<string>>();
  return {
    jacquard,
    bare,
    async urls(model, way) {
      const id = ids.get(model) ?? createFlow(jacquard.url, flowOf(url, model));
      ids.set(model, id);
      return { jacquard: `${jacquard.url}/api/v1/flows/${await id}@draft/${way}`, bare: `${bareUrl}/${model}/${way}` };
    },
    async load(load) {
      client.process.send(load);
      const [seen] = (await once(client.process, 'message')) as [Seen]; // boundary: as above
      if (seen.failures > 0) throw new Error(`${seen.failures} of ${seen.requests} requests failed at ${load.url}`);
      return seen;
    },
    async end() {
      await Promise.all([client.end(), jacquard.end(), bare.end(), upstream.end()]);
    },
  };
}
