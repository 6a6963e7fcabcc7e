import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { FlowDocument, FlowNode } from '@jacquard/flow';
import { exportedCodeSchema, type ExportedCode } from '@jacquard/protocol';
import { examplesFolder } from '@jacquard/runtime';
import { packageVersions } from '@jacquard/runtime/code-export';
import { expect, onTestFinished, test, vi } from 'vitest';
import { callProgram, exportNodes, placeProgram, runProgram, typeErrors } from '../fixtures/exported-program.ts';
import { replayingModel } from '../fixtures/replaying-model.ts';
import { startUnderTest, temporaryFolder } from '../security/server-under-test.ts';

vi.setConfig({ testTimeout: 300_000 });

const suffix = '.flow.json';

/** The examples of a language in a folder of their own, and with each the same with a model of the server's in place of the default. */
function examplesWithModel(language: string): { readonly folder: string; readonly ids: readonly string[] } {
  const folder = temporaryFolder();
  cpSync(join(examplesFolder, language), folder, { recursive: true });
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length));
  for (const id of ids) {
    const flow = JSON.parse(readFileSync(join(folder, id + suffix), 'utf8')) as FlowDocument; // boundary: our own example
    const nodes = Object.fromEntries(Object.entries(flow.nodes).map(([name, node]) => [name, withServer(node)]));
    const { types: _types, ...rest } = flow;
    writeFileSync(join(folder, `${id}-here${suffix}`), JSON.stringify({ ...rest, nodes }));
  }
  return { folder, ids };
}

function withServer(node: FlowNode): FlowNode {
  if (node.type !== 'models.chat-model') return node;
  const { model: _model, ...inputs } = node.inputs ?? {};
  return { ...node, type: 'models.openai', inputs: { ...inputs, model: 'replayed' } };
}

/** A server on the examples, and the model that it and the programs ask. */
async function startOn(language: string) {
  const { folder, ids } = examplesWithModel(language);
  const model = await replayingModel();
  onTestFinished(() => model.close());
  const environment = { OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'sk-exported-0123456789' };
  const server = await startUnderTest({ projectFolder: folder, environment });
  const exported = async (id: string): Promise<ExportedCode> => {
    const answer = await server.ask(`/api/v1/flows/${id}/code`, { headers: { 'accept-language': language } });
    return exportedCodeSchema.parse(answer.json);
  };
  return { folder, ids, model, server, exported };
}

const least = ['hello-model', 'few-shot-classifier', 'route-a-question'];

/** What an example is asked beside its defaults, so that each of its ways is gone. */
const more: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'route-a-question': [{ question: 'How do I borrow a film?' }, { question: 'What is a loom?' }],
};

/** A search in documents is Jacquard's own. */
const closedSearch = {
  node: 'search',
  type: 'retrieval.search',
  code: 'code-node-closed',
  params: { type: 'retrieval.search' },
};

/**
 * Every example in English; of the French ones those that differ by more than their words. What can't be exported is named: the node,
 * its type and why.
 */
test.each([
  ['en', undefined, 11, { 'ask-my-documents': [closedSearch] }],
  ['fr', [...least, 'for-each-row', 'summarise-a-file'], 5, {}],
] as const)(
  'exportable examples in %s run alone, ask the same and give the same',
  async (language, only, count, closed) => {
    const { ids, model, server, exported } = await startOn(language);
    const environment = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'replayed' };
    const done: string[] = [];
    const folders: string[] = [];
    const refused: Record<string, ExportedCode> = {};
    for (const id of only ?? ids) {
      const { files, problems } = await exported(id);
      if (problems.length > 0) {
        refused[id] = { files, problems };
        continue;
      }
      expectNothingElse(files);
      const folder = placeProgram(files);
      // As its README says in a process of its own: one of each language, and those that find files by where they lie.
      const isAlone = id === 'hello-model' || Object.keys(files).some((path) => path.startsWith('files/'));
      const run = isAlone ? runProgram : callProgram;
      for (const inputs of [{}, ...(more[id] ?? [])]) {
        const here = await server.invoke(`${id}-here`, inputs);
        expect([id, here.status, here.json]).toMatchObject([id, 200, { outputs: {} }]);
        const askedHere = model.asked();
        model.forget();
        expect([id, await run(folder, inputs, environment)]).toEqual([id, here.json['outputs']]);
        expect([id, model.asked()]).toEqual([id, askedHere]);
        expect(askedHere.length > 0 || id === 'route-a-question').toBe(true);
        model.forget();
      }
      done.push(id);
      folders.push(folder);
    }
    expect(done).toEqual(expect.arrayContaining([...least]));
    expect(done.length).toBeGreaterThanOrEqual(count);
    for (const { files } of Object.values(refused)) expect(files).toEqual({});
    for (const [id, named] of Object.entries(closed))
      expect([id, refused[id]?.problems]).toEqual([id, expect.arrayContaining([...named])]);
    expect(await typeErrors(folders)).toBe('');
  },
);

/** A program is nothing but itself and the packages that it names, and holds no secret. */
function expectNothingElse(files: ExportedCode['files']): void {
  const { dependencies } = JSON.parse(files['package.json'] ?? '') as { dependencies: Record<string, string> }; // boundary: our own
  const imported = [...(files['flow.ts'] ?? '').matchAll(/^import .* from '([^']+)';$/gmu)].map(
    ([, name = '']) => name,
  );
  const packages = imported.filter((name) => !builtinModules.includes(name.replace(/^node:/u, '')));
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(packages.map(packageOf)));
  expect(JSON.stringify(files).toLowerCase()).not.toMatch(/@jacquard|sk-exported/u);
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

test('programs ask for the versions that are tested here', () => {
  const root = join(import.meta.dirname, '../../node_modules');
  for (const [name, version] of Object.entries(packageVersions)) {
    const { version: installed } = JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8')) as {
      version: string;
    }; // boundary: npm's own file
    expect([name, version]).toEqual([name, installed]);
  }
});

test('a loop within a condition, read outside it, that gives long choices is a program of sound types', async () => {
  const options = ['a question', 'a complaint', 'a wish'].map((what) => `${what} that is as long as a sentence may be`);
  const { files, problems } = await exportNodes({
    pick: { type: 'io.choice-input', inputs: { options, default: options[0] ?? '' } },
    lines: { type: 'data.split', inputs: { text: 'one\ntwo', into: 'lines' } },
    any: { type: 'control.if', inputs: { value: { from: 'lines.parts' }, comparison: 'is-not-empty' } },
    each: {
      type: 'control.for-each',
      inputs: { items: { from: 'any.yes' } },
      nodes: {
        pass: { type: 'control.merge', inputs: { values: [{ from: 'pick.choice' }] } },
        say: { type: 'prompts.template', inputs: { template: 'I say {{it}}', it: { from: 'each.item' } } },
      },
      outputs: { 'the-choice': { from: 'pass.value' }, said: { from: 'say.text' } },
    },
    choices: { type: 'io.json-output', inputs: { json: { from: 'each.the-choice' } } },
    said: { type: 'io.json-output', inputs: { json: { from: 'each.said' } } },
  });
  expect(problems).toEqual([]);
  const folder = placeProgram(files);
  expect(await typeErrors([folder])).toBe('');
  const given = { choices: [options[0], options[0]], said: ['I say one', 'I say two'] };
  expect(await callProgram(folder, {}, {})).toEqual(given);
});

const maybe: FlowNode = { type: 'io.text-input', inputs: { optional: true } };
const list = (from: string): FlowNode => ({ type: 'io.json-output', inputs: { json: { from } } });
const reply = (from: string): FlowNode => ({ type: 'io.text-output', inputs: { text: { from } } });
const fill = (template: string, it: string): FlowNode => ({
  type: 'prompts.template',
  inputs: { template, it: { from: it } },
});
const merge = (...from: readonly string[]): FlowNode => ({
  type: 'control.merge',
  inputs: { values: from.map((one) => ({ from: one })) },
});

/** Flows whose values may be missing in ways that the compiler can't follow by itself, and what they give. */
const missing: Readonly<Record<string, readonly [Record<string, FlowNode>, Record<string, string>, object]>> = {
  'a loop reads a value beside it that is read after it, too': [
    {
      maybe,
      filled: fill('{{it}},{{it}}', 'maybe.text'),
      found: { type: 'data.extract', inputs: { text: { from: 'filled.text' }, pattern: 'a(.)' } },
      parts: { type: 'data.split', inputs: { text: { from: 'filled.text' }, into: 'separator' } },
      each: {
        type: 'control.for-each',
        inputs: { items: { from: 'parts.parts' } },
        nodes: { whole: merge('filled.text'), first: merge('found.first') },
        outputs: { whole: { from: 'whole.value' }, first: { from: 'first.value' } },
      },
      wholes: list('each.whole'),
      firsts: list('each.first'),
      after: reply('filled.text'),
    },
    { maybe: 'ab' },
    { wholes: ['ab,ab', 'ab,ab'], firsts: ['b', 'b'], after: 'ab,ab' },
  ],
  'a loop reads what hangs on the same as what it goes through': [
    {
      maybe,
      way: { type: 'control.switch', inputs: { value: { from: 'maybe.text' }, cases: ['one', 'other'] } },
      items: fill('{{it}}', 'way.one'),
      beside: fill('beside {{it}}', 'way.one'),
      otherwise: fill('otherwise {{it}}', 'way.other'),
      any: merge('items.text', 'otherwise.text'),
      late: {
        type: 'prompts.template',
        inputs: { template: '{{a}},{{b}}', a: { from: 'items.text' }, b: { from: 'any.value' } },
      },
      parts: { type: 'data.split', inputs: { text: { from: 'late.text' }, into: 'separator' } },
      each: {
        type: 'control.for-each',
        inputs: { items: { from: 'parts.parts' } },
        nodes: { said: { type: 'data.split', inputs: { text: { from: 'beside.text' }, into: 'separator' } } },
        outputs: { said: { from: 'said.parts' } },
      },
      all: list('each.said'),
      once: reply('beside.text'),
      none: reply('otherwise.text'),
    },
    { maybe: 'one' },
    { all: [['beside one'], ['beside one']], once: 'beside one' },
  ],
  'a merge in a loop of what was asked before it, and of what can’t be there': [
    {
      maybe,
      way: { type: 'control.switch', inputs: { value: { from: 'maybe.text' }, cases: ['a,b', 'other'] } },
      parts: { type: 'data.split', inputs: { text: { from: 'way.a-b' }, into: 'separator' } },
      each: {
        type: 'control.for-each',
        inputs: { items: { from: 'parts.parts' } },
        nodes: {
          both: { type: 'data.join', inputs: { texts: [{ from: 'way.a-b' }, { from: 'maybe.text' }], separator: '+' } },
          never: merge('way.other', 'way.other'),
          late: fill('{{it}}', 'never.value'),
        },
        outputs: { both: { from: 'both.text' }, late: { from: 'late.text' } },
      },
      boths: list('each.both'),
      lates: list('each.late'),
    },
    { maybe: 'a,b' },
    { boths: ['a,b+a,b', 'a,b+a,b'], lates: [] },
  ],
  'a merge of rows of which the last is always there': [
    {
      maybe: { type: 'io.text-input', inputs: { default: 'x' } },
      row: { type: 'data.make-row', inputs: { fields: ['x'], x: { from: 'maybe.text' } } },
      test: { type: 'control.if', inputs: { value: { from: 'row.row' }, comparison: 'contains', to: 'y' } },
      one: merge('test.yes', 'row.row'),
      text: { type: 'io.text-output', inputs: { text: { from: 'one.value' } } },
    },
    {},
    { text: JSON.stringify({ x: 'x' }, undefined, 2) },
  ],
};

test.each(Object.entries(missing))('%s, and the program is of sound types', async (_, [nodes, inputs, given]) => {
  const { files, problems } = await exportNodes(nodes);
  expect(problems).toEqual([]);
  const folder = placeProgram(files);
  expect(await typeErrors([folder])).toBe('');
  expect(await callProgram(folder, inputs, {})).toEqual(given);
});

test('a published version is written as it was published, whatever became of the draft', async () => {
  const server = await startUnderTest();
  const saying = (words: string): FlowDocument => ({
    jacquard: 1,
    name: 'Say',
    nodes: {
      say: { type: 'prompts.template', inputs: { template: words } },
      reply: { type: 'io.text-output', inputs: { text: { from: 'say.text' } } },
    },
  });
  const id = await server.save(saying('first words'));
  const published = await server.ask(`/api/v1/flows/${id}/publications`, { method: 'POST', body: {} });
  expect(published.status).toBe(201);
  const saved = await server.ask(`/api/v1/flows/${id}`);
  const headers = { 'if-match': String(saved.headers['etag']) };
  await server.ask(`/api/v1/flows/${id}`, { method: 'PUT', headers, body: { document: saying('second words') } });
  const codeOf = async (query: string) => (await server.ask(`/api/v1/flows/${id}/code${query}`)).text;
  expect(await codeOf('')).toContain('second words');
  const { number } = published.json as { number: number }; // boundary: our own answer
  expect(await codeOf(`?version=${number}`)).toContain('first words');
  const unknown = await server.ask(`/api/v1/flows/${id}/code?version=nowhere`);
  expect([unknown.status, unknown.json['code']]).toEqual([404, 'label-not-found']);
});
