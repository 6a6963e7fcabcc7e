import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createRuntime, readConfiguration, type Runtime } from '@jacquard/runtime';
import { startServer } from '@jacquard/server';
import { onTestFinished } from 'vitest';

/** An answer as it came, with its body parsed where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON unless it is a text or bytes. */
  readonly body?: unknown;
}

/** The real server on loopback, on a home of its own, ended with its test. */
export interface ServerUnderTest {
  readonly url: string;
  readonly port: number;
  readonly home: string;
  readonly runtime: Runtime;
  /** Sends a path as it is written: nothing is normalised, every header can be forged. */
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** Saves a flow and returns its id. */
  save(document: object, imported?: boolean): Promise<string>;
  invoke(id: string, inputs?: object): Promise<Answer>;
}

export interface UnderTestOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly projectFolder?: string;
  readonly keepsHouse?: boolean;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'jacquard-security-'));
}

export async function startUnderTest(options: UnderTestOptions = {}): Promise<ServerUnderTest> {
  const { environment, projectFolder, keepsHouse } = options;
  const home = temporaryFolder();
  const configuration = readConfiguration({ JACQUARD_HOME: home, ...environment }, { projectFolder, port: 0 });
  const runtime = await createRuntime(configuration, { keepsHouse });
  const server = await startServer(runtime, configuration);
  onTestFinished(() => server.close());
  const port = Number(new URL(server.url).port);
  const ask = askServer(port);
  return {
    url: server.url,
    port,
    home,
    runtime,
    ask,
    async save(document, imported) {
      const { json, status, text: body } = await ask('/api/v1/flows', { method: 'POST', body: { document, imported } });
      if (status !== 201) throw new Error(`not saved: ${body}`);
      return String(json.id);
    },
    invoke: (id, inputs = {}) => ask(`/api/v1/flows/${id}@draft/invoke`, { method: 'POST', body: { inputs } }),
  };
}

/** Asks the server that listens on a port of this machine. */
export function askServer(port: number): ServerUnderTest['ask'] {
  return (path, given = {}) => send(port, path, given);
}

function send(port: number, path: string, { method = 'GET', headers = {}, body }: Ask): Promise<Answer> {
  const bytes =
    body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  const type = bytes === undefined || typeof body === 'string' ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const call = request(
      { port, host: '127.0.0.1', path, method, headers: { ...type, ...headers }, agent: false },
      (response) => {
        text(response).then((answer) => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: answer, json: parsed(answer) });
        }, reject);
      },
    );
    call.on('error', reject);
    call.end(bytes);
  });
}

function parsed(answer: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(answer);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
