import { fileURLToPath } from 'node:url';
import { createSandbox, type Sandbox, type SandboxOptions } from '../create-sandbox.ts';

const cacheFolder = fileURLToPath(new URL('../../../../.cache/sandbox', import.meta.url));

/**
 * A sandbox for tests, whose Python has come up once: the snapshot that it starts from is kept for all tests of the checkout. The
 * first call takes seconds.
 */
export async function openTestSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = createSandbox({ cacheFolder, ...options });
  await sandbox.run({ language: 'python', code: '', limits: { time: 60_000 } });
  return sandbox;
}
