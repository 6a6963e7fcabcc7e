import { expect, test } from 'vitest';
import { readRunFile } from './read-run-file.ts';

const start = { type: 'run-start', seq: 1, at: 100, runId: 'theirs', flowId: 'f', sessionId: 's', inputs: { q: 'Hi' } };
const flow = { jacquard: 1, name: 'Theirs', nodes: { a: { type: 'test.node' } } };
const begin = { type: 'step-start', seq: 2, at: 110, step: 'a', node: 'a', attempt: 1, inputs: {} };
const run = { id: 'theirs', flowId: 'f', status: 'running', startedAt: 100, pinned: false };
const file = {
  'jacquard-run': 1,
  version: '0.1.0',
  exportedAt: 500,
  run,
  events: [{ ...start, flow }, begin],
  values: { abc: 'a long text' },
  files: [],
};

const read = (json: object): ReturnType<typeof readRunFile> =>
  readRunFile(JSON.stringify(json), () => Promise.resolve());

test('a run that went on when it was exported has ended here, under an id of this page and in no session', async () => {
  const { view, values } = await read(file);
  expect(view).toMatchObject({ status: 'interrupted', endedAt: 500, flow, inputs: { q: 'Hi' } });
  expect(view.runId).not.toBe('theirs');
  expect(view.sessionId).toBeUndefined();
  expect(view.steps.get('a')?.status).toBe('cancelled');
  expect(values).toEqual({ abc: 'a long text' });
});

test('a kept value names no run of this server', async () => {
  const end = {
    type: 'step-end',
    seq: 3,
    at: 120,
    step: 'a',
    node: 'a',
    attempt: 1,
    outputs: {},
    duration: 0,
    kept: true,
  };
  const { view } = await read({ ...file, events: [...file.events, { ...end, keptFrom: 'one-of-mine' }] });
  expect(view.steps.get('a')).toMatchObject({ kept: true, keptFrom: undefined });
});

const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)]);

test.for([
  ['nothing of a run', { hello: 'world' }, 'run-file-invalid'],
  ['a newer format', { ...file, 'jacquard-run': 2 }, 'run-file-newer'],
  ['no beginning', { ...file, events: [begin] }, 'run-file-invalid'],
  [
    'an event that is none',
    {
      ...file,
      events: [
        { ...start, flow },
        { type: 'run-script', seq: 2 },
      ],
    },
    'run-file-invalid',
  ],
  ['a flow that is none', { ...file, events: [{ ...start, flow: { nodes: [] } }] }, 'run-file-invalid'],
  ['values too deep', { ...file, values: { abc: deep(300) } }, 'run-file-invalid'],
  ['more events than may be', { ...file, events: Array.from({ length: 200_001 }, () => 1) }, 'run-file-invalid'],
] as const)('is refused: %s', async ([, json, code]) => {
  await expect(read(json)).rejects.toMatchObject({ name: 'Problem', code });
});

test('is refused: a key that would reach into every object, and text that is no JSON', async () => {
  const text = JSON.stringify(file).replace('"abc"', '"__proto__"');
  await expect(readRunFile(text, () => Promise.resolve())).rejects.toMatchObject({ code: 'run-file-invalid' });
  await expect(readRunFile('{"jacquard-run": 1', () => Promise.resolve())).rejects.toMatchObject({
    code: 'run-file-invalid',
  });
});
