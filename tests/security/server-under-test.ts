import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { CreateKey } from '@jacquard/protocol';
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
  /** The one-time link, where it is locked. */
  readonly setUpUrl: string | undefined;
  readonly port: number;
  readonly home: string;
  readonly runtime: Runtime;
  /** Sends a path as it is written: nothing is normalised, every header can be forged. */
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** Saves a flow and returns its id. */
  save(document: object, imported?: boolean): Promise<string>;
  invoke(id: string, inputs?: object): Promise<Answer>;
  /** What the operator’s browser sends: nothing of its own where the server is open. */
  readonly operator: Readonly<Record<string, string>>;
  /** Makes a key for all flows that may call, unless told more. Returns its id and its text. */
  makeKey(more?: Partial<CreateKey>): Promise<{ readonly id: string; readonly text: string }>;
}

/** The header by which a key is shown. */
export const showing = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });

export interface UnderTestOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly projectFolder?: string;
  readonly keepsHouse?: boolean;
  /** Signing in is needed, by this. `save` and `invoke` are the operator’s; `ask` shows what it is told to. */
  readonly password?: string;
  /** Keys of the environment, of 16 characters and more. */
  readonly apiKeys?: readonly string[];
  /** What it listens on; 127.0.0.1 unless told. */
  readonly host?: string;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'jacquard-security-'));
}

/** One that lives for several tests: whoever opens it closes it. */
export interface OpenServer extends ServerUnderTest {
  close(): Promise<void>;
}

/** Starts a server that is ended with its test. */
export async function startUnderTest(options: UnderTestOptions = {}): Promise<ServerUnderTest> {
  const server = await openServer(options);
  onTestFinished(() => server.close());
  return server;
}

export async function openServer(options: UnderTestOptions = {}): Promise<OpenServer> {
  const { projectFolder, keepsHouse, host } = options;
  const home = temporaryFolder();
  const environment = { JACQUARD_HOME: home, ...accessOf(options), ...options.environment };
  const configuration = readConfiguration(environment, { projectFolder, host, port: 0 });
  const runtime = await createRuntime(configuration, { keepsHouse });
  const server = await startServer(runtime, configuration);
  const port = Number(new URL(server.url).port);
  const ask = askServer(port);
  const operator = options.password === undefined ? {} : await signedIn(runtime, port);
  return {
    url: server.url,
    setUpUrl: server.setUpUrl,
    port,
    home,
    runtime,
    ask,
    operator,
    close: () => server.close(),
    async makeKey(more) {
      const { key, text } = await runtime.access.keys.make({ name: 'test', actions: ['call'], flows: 'all', ...more });
      return { id: key.id, text };
    },
    async save(document, imported) {
      const {
        json,
        status,
        text: body,
      } = await ask('/api/v1/flows', {
        method: 'POST',
        headers: operator,
        body: { document, imported },
      });
      if (status !== 201) throw new Error(`not saved: ${body}`);
      return String(json.id);
    },
    invoke: (id, inputs = {}) =>
      ask(`/api/v1/flows/${id}@draft/invoke`, { method: 'POST', headers: operator, body: { inputs } }),
  };
}

function accessOf({ password, apiKeys }: UnderTestOptions): Record<string, string> {
  return {
    ...(password !== undefined && { JACQUARD_PASSWORD: password }),
    ...(apiKeys !== undefined && { JACQUARD_API_KEYS: apiKeys.join(',') }),
  };
}

/** A sign-in without the time that a password takes. */
async function signedIn({ access }: Runtime, port: number): Promise<Record<string, string>> {
  const { token } = await access.logins.add('127.0.0.1', 'test');
  return { cookie: `jacquard-${port}=${token}`, origin: `http://127.0.0.1:${port}` };
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
