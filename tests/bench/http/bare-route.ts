import type { AddressInfo } from 'node:net';
import { ChatOpenAICompletions } from '@langchain/openai';
import express from 'express';
import { z } from 'zod';

/**
 * What one would write by hand: Express, zod, the model class that Jacquard's node calls, and nothing kept. `/stream` sends each
 * token as a server-sent event.
 */
const baseURL = process.argv[2] ?? '';
const bodySchema = z.object({ inputs: z.object({ question: z.string() }) });

const models = new Map<string, ChatOpenAICompletions>();
function modelNamed(name: string): ChatOpenAICompletions {
  const settings = { model: name, apiKey: 'none', maxRetries: 0, streamUsage: true, configuration: { baseURL } };
  const model = models.get(name) ?? new ChatOpenAICompletions(settings);
  models.set(name, model);
  return model;
}

const app = express();
app.use(express.json());
app.post('/:model/invoke', async (request, response) => {
  const { inputs } = bodySchema.parse(request.body);
  let answer = '';
  for await (const chunk of await modelNamed(request.params.model).stream(`Answer briefly: ${inputs.question}`))
    answer += chunk.text;
  response.json({ outputs: { reply: answer } });
});
app.post('/:model/stream', async (request, response) => {
  const { inputs } = bodySchema.parse(request.body);
  response.set('Content-Type', 'text/event-stream').flushHeaders();
  for await (const chunk of await modelNamed(request.params.model).stream(`Answer briefly: ${inputs.question}`))
    response.write(`event: delta\ndata: ${JSON.stringify({ text: chunk.text })}\n\n`);
  response.end();
});
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // boundary: it listens on a port
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
