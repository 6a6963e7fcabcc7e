import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { runCommandLine } from '../command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'jacquard-run-'));

function written(name: string, content: object | string): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const greeting = written('greet.flow.json', {
  jacquard: 1,
  name: 'Greet',
  nodes: {
    who: { type: 'io.text-input' },
    reply: { type: 'io.text-output', inputs: { text: { from: 'who.text' } } },
  },
});

async function run(words: readonly string[], input = ''): Promise<{ code: unknown; out: string; error: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(input);
  const surroundings = { env: { JACQUARD_HOME: folder }, stdin, stdout, stderr, once: () => undefined };
  // boundary: of the surroundings only these are used
  const code = await runCommandLine(['run', ...words], surroundings as unknown as Parameters<typeof runCommandLine>[1]);
  for (const stream of [stdout, stderr]) stream.end();
  return { code, out: await text(stdout), error: await text(stderr) };
}

test.each([
  [['--output', 'csv']],
  [['--concurrency', '3']],
  [['--csv', '-', '--stream']],
  [['--csv', '-', '--inputs', '-']],
  [['--stream=loud']],
  [['--csv', '-', '--output', 'xml']],
  [['--csv', '-', '--concurrency', '0']],
  [['--csv', join(folder, 'nowhere.csv')]],
])('%j make no sense, and nothing runs', async (words) => {
  expect(await run([greeting, ...words], 'who\nAda\n')).toMatchObject({ code: 64, out: '' });
});

test.each([
  ['a quotation mark that is never closed', 'who\nAda\n"Joseph\n'],
  ['nothing', ''],
  ['no column that is an input', 'whom\nAda\n'],
  ['a column twice', 'who,who\na,b\n'],
])('a table with %s is refused as a whole', async (_what, table) => {
  expect(await run([greeting, '--csv', '-'], table)).toMatchObject({ code: 64, out: '' });
});

test('a cell names a file within the table’s folder alone', async () => {
  const nodes = {
    paper: { type: 'io.file-input' },
    read: { type: 'data.read-file', inputs: { file: { from: 'paper.file' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'read.text' } } },
  };
  const reading = written('read.flow.json', { jacquard: 1, name: 'Read', nodes });
  written('near.txt', 'near');
  const far = join(mkdtempSync(join(tmpdir(), 'jacquard-far-')), 'far.txt');
  writeFileSync(far, 'far');
  const { out } = await run([reading, '--csv', written('table.csv', `paper\nnear.txt\n${far}\n../far.txt\n`)]);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toMatchObject([
    { status: 'completed', outputs: { reply: 'near' } },
    { status: 'failed', error: { code: 'file-not-found' } },
    { status: 'failed', error: { code: 'file-not-found' } },
  ]);
});
