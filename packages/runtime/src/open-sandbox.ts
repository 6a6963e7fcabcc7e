import type { SandboxService } from '@jacquard/node-kit';
import type { Sandbox } from '@jacquard/sandbox';

/** The sandbox as nodes know it, and the way to end it. */
export interface OpenSandbox {
  readonly service: SandboxService;
  /** Ends its processes; resolves when they are gone. */
  close(): Promise<void>;
}

/** The process's one sandbox, for all spaces. Nothing of it is loaded before a step runs code. */
export function openSandbox(cacheFolder: string): OpenSandbox {
  let opened: Promise<Sandbox> | undefined;
  const open = (): Promise<Sandbox> =>
    (opened ??= import('@jacquard/sandbox').then(({ createSandbox }) => createSandbox({ cacheFolder })));
  return {
    service: {
      run: async (request, signal) => (await open()).run(request, signal),
      runTests: async (request, signal, onResult) => (await open()).runTests(request, { signal, onResult }),
    },
    close: async () => (await opened)?.close(),
  };
}
