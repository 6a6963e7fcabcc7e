import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowDocument } from '@jacquard/flow';
import { expect, onTestFinished, test } from 'vitest';
import { readConfiguration } from '../read-configuration.ts';
import { createRuntime } from '../runtime.ts';

async function openHome(isProject = false) {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-publishing-'));
  const projectFolder = isProject ? join(home, 'flows') : undefined;
  if (projectFolder !== undefined) mkdirSync(projectFolder);
  const configuration = readConfiguration({ JACQUARD_HOME: home });
  const runtime = await createRuntime({ ...configuration, projectFolder });
  onTestFinished(async () => {
    await runtime.close();
    rmSync(home, { recursive: true });
  });
  const { flows } = runtime.main.stores;
  return {
    main: runtime.main,
    publishing: runtime.main.publishing,
    create: async (id: string, document: FlowDocument) => (await flows.create('main', document, { id })).id,
    save: async (id: string, document: FlowDocument) => void (await flows.save('main', id, document, '*')),
  };
}

function greeting(template: string, inputs: FlowDocument['nodes'] = {}): FlowDocument {
  return {
    jacquard: 1,
    name: 'Greeting',
    nodes: {
      ...inputs,
      hello: { type: 'prompts.template', inputs: { template } },
      reply: { type: 'io.text-output', inputs: { text: { from: 'hello.text' } } },
    },
  };
}

const caller: FlowDocument = {
  jacquard: 1,
  name: 'Caller',
  nodes: {
    call: { type: 'control.sub-flow', inputs: { flow: 'inner' } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'call.reply' } } },
  },
};

const templateOf = (document: FlowDocument): unknown => document.nodes['hello']?.inputs?.['template'];

test('calls get what was published last; an older version published again is the roll-back', async () => {
  const { publishing, create, save } = await openHome();
  const id = await create('greeting', greeting('one'));
  await expect(publishing.resolve(id, undefined)).rejects.toMatchObject({ code: 'not-published' });
  expect(await publishing.publish(id, { name: 'First', label: 'production' })).toMatchObject({
    number: 1,
    name: 'First',
    isCurrent: true,
    labels: ['production'],
  });
  await save(id, greeting('two'));
  await publishing.publish(id, {});
  await save(id, greeting('three'));
  const template = async (version?: number | string) => templateOf((await publishing.resolve(id, version)).document);
  expect([await template(), await template(1), await template('production'), await template('draft')]).toEqual([
    'two',
    'one',
    'one',
    'three',
  ]);
  await publishing.publish(id, { version: 1 });
  expect(await template()).toBe('one');
  await publishing.setLabel(id, 'production', 2);
  await publishing.withdraw(id, 1);
  expect([await template(), await template('production')]).toEqual(['two', 'two']);
  await expect(publishing.resolve(id, 1)).rejects.toMatchObject({ code: 'version-not-published' });
  await expect(publishing.resolve(id, 9)).rejects.toMatchObject({ code: 'version-not-found' });
  await expect(publishing.resolve(id, 'beta')).rejects.toMatchObject({ code: 'label-not-found' });
  await expect(publishing.resolve('none', undefined)).rejects.toMatchObject({ code: 'flow-not-found' });
});

test('publishing the same again keeps no second version', async () => {
  const { publishing, create, main } = await openHome();
  const id = await create('greeting', greeting('one'));
  await publishing.publish(id, {});
  await publishing.publish(id, { name: 'Named now' });
  expect(await main.versions.list(id)).toMatchObject([{ number: 1, name: 'Named now' }]);
});

test('a published version runs the sub-flows that it was published with, even when these are gone', async () => {
  const { publishing, create, save, main } = await openHome();
  await create('inner', greeting('one'));
  const id = await create('caller', caller);
  await publishing.publish(id, {});
  await save('inner', greeting('two'));
  const answer = async (version: number): Promise<unknown> => {
    const { document, flows } = await publishing.resolve(id, version);
    const handle = await main.runs.start({ flowId: id, document, flows, version, reuse: 'none' });
    return (await handle.result).outputs['reply'];
  };
  expect(await answer(1)).toBe('one');
  // Nothing of the flow itself has changed, and yet it is another version.
  expect(await publishing.publish(id, {})).toMatchObject({ number: 2 });
  expect([await answer(1), await answer(2)]).toEqual(['one', 'two']);
  await main.deleteFlow('inner', '*');
  expect([await answer(1), await answer(2)]).toEqual(['one', 'two']);
});

test('files that a published version names stay what they were, those of its sub-flows, too', async () => {
  const { publishing, create, save, main } = await openHome();
  const reading: FlowDocument = {
    jacquard: 1,
    name: 'Reading',
    nodes: {
      read: { type: 'data.read-file', inputs: { file: { file: 'notes.txt' } } },
      reply: { type: 'io.text-output', inputs: { text: { from: 'read.text' } } },
    },
  };
  await create('inner', reading);
  const id = await create('caller', caller);
  const upload = async (text: string): Promise<void> =>
    void (await main.files.upload('inner', 'notes.txt', bytesOf(text)));
  await upload('first');
  await publishing.publish(id, {});
  await upload('second');
  await save('inner', greeting('no file'));
  await main.deleteFlow('inner', '*');
  const { document, flows } = await publishing.resolve(id, 1);
  const handle = await main.runs.start({ flowId: id, document, flows, version: 1, reuse: 'none' });
  expect((await handle.result).outputs).toEqual({ reply: 'first' });
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

test('what would break callers is told before it is published', async () => {
  const { publishing, create, save, main } = await openHome();
  const topic = { topic: { type: 'io.text-input' } };
  const id = await create('greeting', greeting('On {{topic}}', topic));
  expect(await publishing.preview(id)).toMatchObject({ changes: [], issues: [expect.anything()] });
  await save(id, greeting('Hello', topic));
  expect(await publishing.preview(id)).toEqual({ changes: [], issues: [] });
  await publishing.publish(id, {});
  expect(await publishing.preview(id)).toEqual({ changes: [], issues: [], against: 1, isSame: true });
  await save(id, greeting('Hello', { place: { type: 'io.text-input', inputs: { default: 'here' } } }));
  expect(await publishing.preview(id)).toMatchObject({
    against: 1,
    changes: [
      { code: 'interface-input-removed', id: 'topic', breaks: true },
      { code: 'interface-input-added', id: 'place', breaks: false },
    ],
  });
  await publishing.publish(id, {});
  expect((await publishing.preview(id, 1)).changes.map(({ code }) => code)).toEqual([
    'interface-input-removed',
    'interface-input-required-added',
  ]);
  expect(await main.versions.list(id)).toHaveLength(2);
});

test('a flow with issues is not published, nor one whose sub-flow has some', async () => {
  const { publishing, create, main } = await openHome();
  const broken = await create('broken', greeting('Hello {{name}}'));
  await expect(publishing.publish(broken, {})).rejects.toMatchObject({ code: 'flow-has-issues', params: { count: 1 } });
  await create('inner', greeting('Hello {{name}}'));
  const id = await create('caller', caller);
  await expect(publishing.publish(id, {})).rejects.toMatchObject({
    code: 'flow-has-issues',
    params: { issues: [expect.objectContaining({ params: expect.objectContaining({ flow: 'inner' }) })] },
  });
  expect(await main.versions.list(broken)).toEqual([]);
});

test('labels have one form', async () => {
  const { publishing, create, main } = await openHome();
  const id = await create('greeting', greeting('one'));
  for (const label of ['draft', '3', 'Production', 'a b', '', 'x'.repeat(41), '-a', '__proto__']) {
    await expect(publishing.publish(id, { label })).rejects.toMatchObject({ code: 'label-invalid' });
  }
  expect(await main.versions.list(id)).toEqual([]);
});

test('in a project folder the files are what is published', async () => {
  const { publishing, create } = await openHome(true);
  const id = await create('greeting', greeting('one'));
  expect(await publishing.list(id)).toEqual({ publications: [], labels: [], isFolder: true });
  expect(await publishing.resolve(id, undefined)).toMatchObject({ flowId: id, document: greeting('one') });
  const refused = { code: 'publishing-in-folder' };
  await expect(publishing.publish(id, {})).rejects.toMatchObject(refused);
  await expect(publishing.preview(id)).rejects.toMatchObject(refused);
  await expect(publishing.resolve(id, 'production')).rejects.toMatchObject({ code: 'version-not-found' });
  await expect(publishing.setLabel(id, 'production', 1)).rejects.toMatchObject(refused);
});
