import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { emptyFolder, runWords, written } from '../testing/run-words.ts';

const greeting = {
  jacquard: 1,
  name: 'Greet',
  overrides: ['cut.separator'],
  nodes: {
    who: { type: 'io.text-input' },
    times: { type: 'io.number-input', inputs: { default: 1 } },
    greet: {
      type: 'prompts.template',
      inputs: { template: 'Hello {{who}} {{times}}!', who: { from: 'who.text' }, times: { from: 'times.number' } },
    },
    cut: { type: 'data.split', inputs: { text: { from: 'greet.text' }, into: 'separator' } },
    parts: { type: 'io.json-output', inputs: { json: { from: 'cut.parts' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'greet.text' } } },
  },
};
const folder = emptyFolder();
const greet = written(folder, 'greet.flow.json', greeting);

async function outputs(...words: string[]): Promise<unknown> {
  const { code, out } = await runWords(['run', greet, ...words]);
  return code === 0 ? (JSON.parse(out) as { outputs: object }).outputs : code; // boundary: what our own program prints
}

test('inputs come from a JSON file, single ones over it, and texts from files', async () => {
  const inputs = written(folder, 'inputs.json', { who: 'Ada', times: 4 });
  expect(await outputs('--inputs', inputs, '-i', 'times=5')).toMatchObject({ reply: 'Hello Ada 5!' });
  const who = written(folder, 'who.txt', 'from a file');
  expect(await outputs('-i', `who=@${who}`)).toMatchObject({ reply: 'Hello from a file 1!' });
  expect(await outputs('-i', 'who=@@ada')).toMatchObject({ reply: 'Hello @ada 1!' });
});

test('what a flow lets its callers set can be set; nothing else can', async () => {
  expect(await outputs('-i', 'who=Ada', '--override', 'cut.separator=d')).toMatchObject({ parts: ['Hello A', 'a 1!'] });
  for (const override of ['greet.template=x', 'cut.into=lines', 'who.default=x', 'cut=x'])
    expect([override, await outputs('-i', 'who=Ada', '--override', override)]).toEqual([override, 64]);
});

test('a row that fails stops no other, and a table comes out as one: its columns, the outputs, how each ended', async () => {
  const input = '\uFEFFid;who;times\n7;Ada;3\n8;"Jo;seph";many\n9;;2\n10;Zoé;\n11;a;1;x\n';
  const environment = { LANG: 'fr_FR.UTF-8' };
  const ended = await runWords(['run', greet, '--csv', '-', '--output', 'csv'], { input, environment });
  expect(ended.code).toBe(1);
  const [head, ...lines] = ended.out.trimEnd().split('\n');
  expect(head).toBe('id,who,times,parts,reply,status,error');
  expect(lines[0]).toBe('7,Ada,3,"[""Hello Ada 3!""]",Hello Ada 3!,completed,');
  expect(lines[1]).toMatch(/^8,Jo;seph,many,,,failed,.*JSON/);
  expect(lines[2]).toMatch(/^9,,2,,,failed,.*valeur/);
  expect(lines[3]).toMatch(/^10,Zoé,,.*,Hello Zoé 1!,completed,$/);
  expect(lines[4]).toMatch(/^11,a,1,,,failed,.*4 cellules/);
  expect(ended.error).toMatch(/ignorées.*: id/);
  expect(ended.error).toMatch(/5 lignes, 2 abouties, 3 en échec/);
});

test.each([
  ['a quotation mark that is never closed', 'who\nAda\n"Joseph\n'],
  ['nothing', ''],
  ['no column that is an input', 'whom\nAda\n'],
  ['a column twice', 'who,who\na,b\n'],
])('a table with %s is refused as a whole', async (_what, input) => {
  expect(await runWords(['run', greet, '--csv', '-'], { input })).toMatchObject({ code: 64, out: '' });
});

const reading = {
  jacquard: 1,
  name: 'Read',
  nodes: {
    paper: { type: 'io.file-input' },
    read: { type: 'data.read-file', inputs: { file: { from: 'paper.file' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'read.text' } } },
  },
};

test('a cell names a file within the table’s folder alone', async () => {
  const file = written(folder, 'read.flow.json', reading);
  written(folder, 'near.txt', 'near');
  const far = written(emptyFolder(), 'far.txt', 'far');
  const table = written(folder, 'table.csv', `paper\nnear.txt\n${far}\n../far.txt\n`);
  const { out } = await runWords(['run', file, '--csv', table]);
  const results = out.trimEnd().split('\n');
  expect(results.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { status: 'completed', outputs: { reply: 'near' } },
    { status: 'failed', error: { code: 'file-not-found' } },
    { status: 'failed', error: { code: 'file-not-found' } },
  ]);
});

test('a bundle runs as it is, and leaves nothing behind', async () => {
  const own = emptyFolder();
  const nodes = { ...reading.nodes, read: { type: 'data.read-file', inputs: { file: { file: 'notes/letter.txt' } } } };
  const { paper: _paper, ...rest } = nodes;
  const file = written(own, 'letter.flow.json', { ...reading, nodes: rest });
  mkdirSync(join(own, 'notes'));
  written(own, 'notes/letter.txt', 'Dear reader');
  const zip = join(emptyFolder(), 'letter.zip');
  expect((await runWords(['bundle', file, zip])).code).toBe(0);
  const unpacked = emptyFolder();
  vi.stubEnv('TMPDIR', unpacked);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { code, out } = await runWords(['run', zip]);
  expect([code, JSON.parse(out)]).toMatchObject([0, { outputs: { reply: 'Dear reader' } }]);
  const damaged = written(folder, 'no.zip', 'no zip');
  expect(await runWords(['run', damaged])).toMatchObject({ code: 1, out: '' });
  expect(readdirSync(unpacked)).toEqual([]);
});
