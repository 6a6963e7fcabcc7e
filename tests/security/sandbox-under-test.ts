import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTestSandbox } from '@jacquard/sandbox/testing';
import type { RunReport, Sandbox, SandboxLanguage, TestResult } from '@jacquard/sandbox';
import { afterAll, beforeAll, expect } from 'vitest';

/** Where attacks try to leave a trace of theirs. */
export const mark = `/tmp/jacquard-sandbox-${process.pid}`;

/** A sandbox, and a server on this machine that must never hear of it. */
export interface SandboxUnderTest {
  run(language: SandboxLanguage, code: string, time?: number): Promise<RunReport>;
  /** Runs each payload as a test after the code, all in one interpreter. */
  attempt(language: SandboxLanguage, code: string, payloads: readonly string[]): Promise<readonly TestResult[]>;
  /** The server's address. */
  readonly address: string;
  readonly port: number;
  readonly sandbox: Sandbox;
  /** Fails when anything was written, reached or changed outside. */
  expectUnharmed(): void;
}

/** Opens it for the tests of a file, and ends it after them. */
export function useSandbox(): () => SandboxUnderTest {
  let opened: SandboxUnderTest | undefined;
  let heard = 0;
  const server = createServer((_request, answer) => {
    heard += 1;
    answer.end('secret');
  });
  server.on('connection', () => (heard += 1));
  beforeAll(async () => {
    const sandbox = await openTestSandbox({ atOnce: 2 });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // boundary: it listens on a port
    opened = {
      sandbox,
      port,
      address: `http://127.0.0.1:${port}/`,
      run: (language, code, time = 20_000) => sandbox.run({ language, code, limits: { time } }),
      async attempt(language, code, payloads) {
        const tests = payloads.map((payload) => ({ name: payload, code: payload }));
        const limits = { time: 60_000 };
        return (await sandbox.runTests({ language, code, tests, limits, timePerTest: 30_000 })).tests;
      },
      expectUnharmed() {
        const isThere = existsSync(mark);
        rmSync(mark, { force: true });
        expect({
          isThere,
          heard,
          pwned: Reflect.get(globalThis, 'pwned'),
          polluted: Reflect.get({}, 'polluted'),
        }).toEqual({
          isThere: false,
          heard: 0,
          pwned: undefined,
          polluted: undefined,
        });
      },
    };
  }, 120_000);
  afterAll(async () => {
    server.close();
    await opened?.sandbox.close();
  });
  return () => {
    if (!opened) throw new Error('it is opened before the tests');
    return opened;
  };
}
