import { randomUUID } from 'node:crypto';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
  type RequestId,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { Problem, type Language } from '@jacquard/flow';
import type { Principal, RunNotes, Runtime } from '@jacquard/runtime';
import type { Request, Response } from 'express';
import { principalOf } from '../access/request-principal.ts';
import { notesOf } from '../request-context.ts';
import { requestLanguage } from '../request-language.ts';
import { untilGone } from '../until-gone.ts';
import { callTool, listTools } from './call-tool.ts';

const instructions =
  'Each tool is a flow that someone built in Jacquard. A call runs it and waits for its outputs; ask for progress when it may take long, and cancel what is no longer wanted.';

/** Shared, since making one takes a while and each server would make its own. */
const jsonSchemaValidator = new AjvJsonSchemaValidator();

/** The request that a call came with. */
interface AskedBy {
  /** Ends a call whose connection is gone: nobody else would hear its answer, since streams can't be taken up again. */
  readonly gone: AbortSignal;
  readonly notes: RunNotes;
}

/** One client's session: its server, and whose it is. */
export class McpSession {
  /** Who asked last: the same caller always, whose rights may have changed since. */
  #principal: Principal;
  #language: Language = 'en';
  #open = 0;
  #usedAt = Date.now();
  readonly #runtime: Runtime;
  readonly #server: McpServer;
  readonly #transport: StreamableHTTPServerTransport;
  /** The connections of the calls that go on. */
  readonly #asked = new Map<RequestId, AskedBy>();

  constructor(runtime: Runtime, principal: Principal, closed: (id: string) => void) {
    this.#runtime = runtime;
    this.#principal = principal;
    this.#transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessionclosed: closed,
    });
    this.#server = new McpServer(
      { name: 'jacquard', title: 'Jacquard', version: runtime.version },
      { capabilities: { tools: { listChanged: true } }, instructions, jsonSchemaValidator },
    );
    this.#answerTools();
  }

  /** Known once the first request has been handled. */
  get id(): string | undefined {
    return this.#transport.sessionId;
  }

  get principal(): Principal {
    return this.#principal;
  }

  /** No request is open. */
  get isIdle(): boolean {
    return this.#open === 0;
  }

  /** Milliseconds since the epoch. */
  get usedAt(): number {
    return this.#usedAt;
  }

  async begin(): Promise<void> {
    await this.#server.connect(this.#transport);
  }

  /** Throws `request-invalid` for the id of a request that still goes on. */
  async handle(request: Request, response: Response): Promise<void> {
    const ids = requestIds(request.body);
    // The SDK would answer the second alone, and the first would be waited for without end.
    if (new Set(ids).size < ids.length || ids.some((id) => this.#asked.has(id)))
      throw new Problem('request-invalid', { field: 'id', reason: '' });
    this.#principal = principalOf(response);
    this.#language = requestLanguage(request);
    this.#open += 1;
    const asked = { gone: untilGone(response), notes: notesOf(request) };
    for (const id of ids) this.#asked.set(id, asked);
    response.on('close', () => {
      this.#open -= 1;
      this.#usedAt = Date.now();
      for (const id of ids) if (this.#asked.get(id) === asked) this.#asked.delete(id);
    });
    await this.#transport.handleRequest(request, response, request.body);
  }

  /** Tells a client that listens that there are other tools now. */
  async toolsChanged(): Promise<void> {
    await this.#server.server.sendToolListChanged();
  }

  async close(): Promise<void> {
    await this.#server.close();
  }

  #answerTools(): void {
    const { server } = this.#server;
    server.setRequestHandler(ListToolsRequestSchema, async () => ({
      tools: await listTools(this.#runtime, this.#principal),
    }));
    server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra): Promise<CallToolResult> => {
      const { requestId, signal: cancelled, sendNotification } = extra;
      const asked = this.#asked.get(requestId);
      // What was cancelled is never answered: its stream would stay open for nothing.
      cancelled.addEventListener('abort', () => this.#transport.closeSSEStream(requestId), { once: true });
      const progressToken = params._meta?.progressToken;
      const tell = (progress: object): void =>
        void sendNotification({
          method: 'notifications/progress',
          params: { ...(progress as { progress: number }), progressToken: progressToken ?? '' }, // boundary: a progress of ours
        }).catch(() => undefined); // who has left isn't told
      const call = {
        name: params.name,
        given: params.arguments,
        principal: this.#principal,
        signal: asked === undefined ? cancelled : AbortSignal.any([cancelled, asked.gone]),
        notes: asked?.notes,
        language: this.#language,
        onProgress: progressToken === undefined ? undefined : tell,
      };
      const answer = await callTool(this.#runtime, call).catch((error: unknown) => {
        if (!Problem.is(error) || error.code !== 'flow-not-found') throw error;
        throw new McpError(ErrorCode.InvalidParams, `Unknown tool: ${params.name.slice(0, 200)}`);
      });
      return { ...answer };
    });
  }
}

/** Ids of the requests in a body; the SDK refuses what isn't of its form. */
function requestIds(body: unknown): RequestId[] {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  return messages.flatMap((message) => {
    const isRequest = typeof message === 'object' && message !== null && 'id' in message && 'method' in message;
    return isRequest && (typeof message.id === 'string' || typeof message.id === 'number') ? [message.id] : [];
  });
}
