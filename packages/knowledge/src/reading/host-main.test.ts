import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { makePdf } from './testing/make-pdf.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes start slowly where other tests run beside them

const files = await temporaryFiles();

test('the reading process ends with its parent, in the middle of a file', async () => {
  const texts = Array.from({ length: 40 }, (_, index) => ({
    text: `Line ${index} of a page.`,
    x: 60,
    y: 780 - index * 16,
  }));
  const pages = Array.from({ length: 2000 }, () => ({ texts }));
  const { path } = await files.write('many.pdf', makePdf(pages));
  const script = new URL('testing/reading-parent.ts', import.meta.url).pathname;
  const parent = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [first] = await once(parent.stdout, 'data');
  const id = Number(String(first).split('\n')[0]);
  expect(process.kill(id, 0)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(() => process.kill(id, 0)).toThrow(/ESRCH/), { timeout: 5000 });
});
