import { createServer, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

/**
 * An OpenAI-compatible server that costs as little as one can. The model's name says what it answers: `burst-16` sends 16
 * tokens at once, `paced-500` sends 500, one a millisecond, `slow-500` one every 50.
 */
const server = createServer((request, response) => {
  void json(request).then((body) => {
    const { model = '', stream } = body as { model?: string; stream?: boolean }; // boundary: our own client's request
    const [manner, count] = model.split('-');
    if (stream !== true) return answerWhole(response, Number(count));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (manner === 'paced') pace(response, Number(count), 1);
    else if (manner === 'slow') pace(response, Number(count), 50);
    else response.end(burstOf(Number(count)));
  });
});

const frame = (fields: object): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', ...fields })}\n\n`;
const token = frame({ choices: [{ index: 0, delta: { content: ' word' }, finish_reason: null }] });
const finish = (count: number): string =>
  frame({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }) +
  frame({ choices: [], usage: { prompt_tokens: 9, completion_tokens: count, total_tokens: 9 + count } }) +
  'data: [DONE]\n\n';

const bursts = new Map<number, string>();
function burstOf(count: number): string {
  const known = bursts.get(count) ?? token.repeat(count) + finish(count);
  bursts.set(count, known);
  return known;
}

function answerWhole(response: ServerResponse, count: number): void {
  const message = { role: 'assistant', content: ' word'.repeat(count) };
  const usage = { prompt_tokens: 9, completion_tokens: count, total_tokens: 9 + count };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'c',
      object: 'chat.completion',
      created: 1,
      model: 'm',
      usage,
      choices: [{ index: 0, message, finish_reason: 'stop' }],
    }),
  );
}

/** `pause`: milliseconds from token to token. */
function pace(response: ServerResponse, count: number, pause: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(token);
    sent += 1;
    if (sent < count) return;
    clearInterval(timer);
    response.end(finish(count));
  }, pause);
  response.on('close', () => clearInterval(timer));
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // boundary: it listens on a port
  process.send?.({ url: `http://127.0.0.1:${port}/v1`, port });
});
