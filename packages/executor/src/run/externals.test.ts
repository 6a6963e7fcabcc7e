import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { output, step, strict, tell, tellOptional } from '../testing/test-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });
const pass = step('pass', ({ value }) => value ?? 'nothing');
const nodes = [output, strict, pass];

test('settings and files are resolved before the step', async () => {
  const { run, events } = createTestExecutor({ nodes, settings: { tone: 'kind' } });
  const result = await run({
    tone: { type: 'test.pass', inputs: { value: { setting: 'tone' } } },
    other: { type: 'test.pass', inputs: { value: { setting: 'missing', default: 'plain' } } },
    file: { type: 'test.pass', inputs: { value: { file: 'a.txt' } } },
    all: { type: 'test.pass', inputs: { values: [from('tone.value'), from('other.value')] } },
    one: { type: 'test.output', inputs: { value: from('tone.value') } },
    two: { type: 'test.output', inputs: { value: from('other.value') } },
    three: { type: 'test.output', inputs: { value: from('file.value') } },
  });
  expect(result.outputs).toMatchObject({ one: 'kind', two: 'plain', three: { name: 'a.txt' } });
  expect(events().at(-1)).toMatchObject({ status: 'completed' });
});

test('what is missing fails the step that requires it, and is absent where it is optional', async () => {
  const { run } = createTestExecutor({ nodes });
  const optional = {
    step: { type: 'test.pass', inputs: { value: { setting: 'missing' } } },
    out: { type: 'test.output', inputs: { value: from('step.value') } },
  };
  expect((await run(optional)).outputs).toEqual({ out: 'nothing' });
  const required = { step: { type: 'test.strict', inputs: { value: { setting: 'missing' } } } };
  expect(await run(required, { runId: '2' })).toMatchObject({
    status: 'failed',
    error: { code: 'setting-missing', params: { name: 'missing' }, node: 'step' },
  });
});

test('a node gets a handle of a secret, never its text; one that is not there fails the step', async () => {
  const flow = {
    tell: { type: 'test.tell', inputs: { key: { secret: 'key' } } },
    out: { type: 'test.output', inputs: { value: from('tell.value') } },
  };
  const { run, events } = createTestExecutor({ nodes: [output, tell], secrets: ['key'] });
  expect((await run(flow)).outputs).toEqual({ out: '{"secret":"key"}' });
  expect(events().find(({ type }) => type === 'step-start')).toMatchObject({ inputs: { key: { secret: 'key' } } });
  const without = createTestExecutor({ nodes: [output, tell] });
  expect(await without.run(flow)).toMatchObject({ status: 'failed', error: { code: 'secret-missing' } });
});

test('a secret that is named and not there fails the step also where none would do', async () => {
  const flow = (inputs: object) => ({
    tell: { type: 'test.tell-optional', inputs: { ...inputs } },
    out: { type: 'test.output', inputs: { value: from('tell.value') } },
  });
  const { run } = createTestExecutor({ nodes: [output, tellOptional] });
  expect((await run(flow({}))).outputs).toEqual({ out: '"none"' });
  const named = flow({ key: { secret: 'key' } });
  expect(await run(named, { runId: '2' })).toMatchObject({ status: 'failed', error: { code: 'secret-missing' } });
});
