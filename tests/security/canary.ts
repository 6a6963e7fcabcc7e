import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A server on loopback that an attack would reach; whatever comes is written down. */
export interface Canary {
  readonly port: number;
  readonly url: string;
  /** Method, path, headers and body of each request. */
  readonly caught: string[];
}

/** Answers like an OpenAI-compatible server, so that an attack which got through would succeed. */
export async function startCanary(): Promise<Canary> {
  const caught: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      caught.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}`);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const frame = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm' };
      const choice = { index: 0, delta: { content: 'canary' }, finish_reason: 'stop' };
      const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
      response.write(`data: ${JSON.stringify({ ...frame, choices: [choice] })}\n\n`);
      response.end(`data: ${JSON.stringify({ ...frame, choices: [], usage })}\n\ndata: [DONE]\n\n`);
    });
  });
  const port = await listen(server);
  return { port, url: `http://127.0.0.1:${port}/v1`, caught };
}

/** Sends every request on to `target`, method and body kept. */
export async function startRedirect(target: string): Promise<{ readonly port: number; readonly url: string }> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(307, { location: `${target}/chat/completions` }).end();
  });
  const port = await listen(server);
  return { port, url: `http://127.0.0.1:${port}/v1` };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
