import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';

/** A request as the server got it. */
export interface OpenAiRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the server answers: words in the form of OpenAI's stream, or anything else, written by hand. */
export type OpenAiAnswer =
  | { readonly words: readonly string[]; readonly cutAfter?: number; readonly events?: readonly object[] }
  | {
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** The server, and what it was asked. */
export interface OpenAiServer {
  /** With the version part. */
  readonly baseUrl: string;
  readonly requests: readonly OpenAiRequest[];
  close(): Promise<void>;
}

/**
 * A server on loopback that speaks as much of OpenAI's chat completions as tests need: streamed chunks in the form
 * that the API documents, with usage in the last one, then `[DONE]`. `cutAfter` drops the connection after so many words.
 */
export async function openAiServer(answer: (request: OpenAiRequest) => OpenAiAnswer): Promise<OpenAiServer> {
  const requests: OpenAiRequest[] = [];
  const server = createServer((request, response) => {
    readRequest(request)
      .then((read) => {
        requests.push(read);
        send(response, answer(read), read.body['stream'] === true);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // boundary: a TCP server's address is one
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(request: IncomingMessage): Promise<OpenAiRequest> {
  return {
    headers: request.headers,
    body: JSON.parse(await readText(request)) as OpenAiRequest['body'], // boundary: the client's own JSON
  };
}

function send(response: ServerResponse, answer: OpenAiAnswer, streams: boolean): void {
  if ('status' in answer) {
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
    return;
  }
  if (!streams) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(completionOf(answer.words.join(''))));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const { words, cutAfter, events = [] } = answer;
  for (const [index, content] of words.entries()) {
    if (index === cutAfter) {
      response.write('', () => response.destroy());
      return;
    }
    response.write(eventOf({ choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }] }));
  }
  const finish = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  const usage = { choices: [], usage: { prompt_tokens: 9, completion_tokens: words.length, total_tokens: 9 } };
  for (const event of [...(events.length > 0 ? events : [finish]), usage]) response.write(eventOf(event));
  response.end('data: [DONE]\n\n');
}

function completionOf(content: string): object {
  const message = { role: 'assistant', content };
  return { id: 'chatcmpl-1', object: 'chat.completion', choices: [{ index: 0, message, finish_reason: 'stop' }] };
}

function eventOf(fields: object): string {
  const frame = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'test', ...fields };
  return `data: ${JSON.stringify(frame)}\n\n`;
}
