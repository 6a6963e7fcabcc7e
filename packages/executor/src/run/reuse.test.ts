import type { NodeDefinition, Services } from '@jacquard/node-kit';
import { fakeChatModel } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { createMemoryLog, type MemoryLog } from '../testing/memory-log.ts';
import { createTestExecutor, type TestExecutor } from '../testing/test-executor.ts';
import { anyInput, chat, forEach, modelNode, output, step } from '../testing/test-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });
const pass = step('pass', ({ value }) => value ?? null);
const draw = step('draw', (_inputs, { seed }) => seed, { determinism: 'sampled' });
const nodes = [anyInput, output, forEach, pass, draw];
const input = { type: 'test.any-input' };

/** The steps that really ran, not kept. */
function ran({ events }: TestExecutor, runId: string): string[] {
  return events(runId).flatMap((event) => (event.type === 'step-end' && event.kept !== true ? [event.step] : []));
}

//  input ──▶ a ──▶ b ──▶ out
const flow = (b: Record<string, never> | { seed: number }, a = 'a'): Parameters<TestExecutor['run']>[0] => ({
  input,
  [a]: { type: 'test.draw', inputs: { value: from('input.value') } },
  b: { type: 'test.draw', inputs: { value: from(`${a}.value`), ...b } },
  out: { type: 'test.output', inputs: { value: from('b.value') } },
});

test('after an edit of the last node only it runs again; ids and positions change nothing', async () => {
  const executor = createTestExecutor({ nodes });
  const editor = { inputs: { input: 'x' }, reuse: 'editor' } as const;
  const first = await executor.run(flow({}), { ...editor, runId: '1' });
  expect(ran(executor, '1')).toEqual(['a', 'b']);
  const again = await executor.run(flow({}), { ...editor, runId: '2' });
  expect(ran(executor, '2')).toEqual([]);
  expect(again.outputs).toEqual(first.outputs);
  await executor.run(flow({ seed: 1 }), { ...editor, runId: '3' });
  expect(ran(executor, '3')).toEqual(['b']);
  const origins = executor.events('3').flatMap((event) => (event.type === 'step-end' ? [event.keptFrom] : []));
  expect(origins).toEqual(['1', undefined]);
  await executor.run(flow({}, 'renamed'), { ...editor, runId: '4' });
  expect(ran(executor, '4')).toEqual([]);
  await executor.run(flow({}), { ...editor, inputs: { input: 'y' }, runId: '5' });
  expect(ran(executor, '5')).toEqual(['a', 'b']);
});

//  each ( item ──▶ b )
test('a loop of which every step was kept, over before its start was written down, took as long as it took', async () => {
  const memory = createMemoryLog();
  const append: MemoryLog['append'] = async (runId, ...rest) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await memory.append(runId, ...rest);
  };
  const executor = createTestExecutor({ nodes, log: { ...memory, append } });
  const editor = { inputs: {}, reuse: 'editor' } as const;
  const loop: Parameters<TestExecutor['run']>[0] = {
    each: {
      type: 'test.for-each',
      inputs: { items: { value: [1, 2] } },
      nodes: { b: { type: 'test.draw', inputs: { value: from('each.item') } } },
      outputs: { all: from('b.value') },
    },
    out: { type: 'test.output', inputs: { value: from('each.all') } },
  };
  await executor.run(loop, { ...editor, runId: '1' });
  await executor.run(loop, { ...editor, runId: '2' });
  expect(ran(executor, '2')).toEqual(['each']);
  const events = executor.events('2');
  const end = events.find((event) => event.type === 'step-end' && event.step === 'each');
  expect(end?.type === 'step-end' && end.duration).toBeLessThan(60_000);
});

test('"run again" draws new samples, and "from here" runs a node and what hangs on it', async () => {
  const executor = createTestExecutor({ nodes });
  const editor = { inputs: { input: 'x' }, reuse: 'editor' } as const;
  const first = await executor.run(flow({}), { ...editor, runId: '1' });
  const fresh = await executor.run(flow({}), { ...editor, afresh: true, runId: '2' });
  expect(fresh.outputs).not.toEqual(first.outputs);
  await executor.run(flow({}), { ...editor, from: 'b', runId: '3' });
  expect(ran(executor, '3')).toEqual(['b']);
});

test('callers that reuse pure steps alone draw every sample anew', async () => {
  const executor = createTestExecutor({ nodes });
  await executor.run(flow({}), { inputs: { input: 'x' }, reuse: 'pure', runId: '1' });
  await executor.run(flow({}), { inputs: { input: 'x' }, reuse: 'pure', runId: '2' });
  expect(ran(executor, '2')).toEqual(['a', 'b']);
});

test('a pure step that is costly is kept for every caller; a cheap one is not looked up again', async () => {
  let calls = 0;
  const costly = step('costly', async ({ value }) => {
    calls += 1;
    await new Promise((resolve) => setTimeout(resolve, 12));
    return value ?? null;
  });
  const executor = createTestExecutor({ nodes: [...nodes, costly] });
  const slow = { input, costly: { type: 'test.costly', inputs: { value: from('input.value') } } };
  await executor.run(slow, { inputs: { input: 1 }, reuse: 'pure', runId: '1' });
  await executor.run(slow, { inputs: { input: 1 }, reuse: 'pure', runId: '2' });
  expect(calls).toBe(1);
});

test('equal samples of one node are told apart by their rank in iteration order, however long each takes', async () => {
  //  each ( item ──▶ wait ──▶ draw )       wait: the first item takes longest, and all give the same
  const wait = step('wait', async ({ value }) => {
    await new Promise((resolve) => setTimeout(resolve, value === 0 ? 15 : 1));
    return 'same';
  });
  const executor = createTestExecutor({ nodes: [...nodes, wait] });
  const loop = {
    each: {
      type: 'test.for-each',
      inputs: { items: { value: [0, 1, 2] }, concurrency: 3 },
      nodes: {
        wait: { type: 'test.wait', inputs: { value: from('each.item') } },
        draw: { type: 'test.draw', inputs: { value: from('wait.value') } },
      },
      outputs: { all: from('draw.value') },
    },
    out: { type: 'test.output', inputs: { value: from('each.all') } },
  };
  const first = await executor.run(loop, { reuse: 'editor', runId: '1' });
  const again = await executor.run(loop, { reuse: 'editor', runId: '2' });
  expect(new Set(first.outputs['out'] as number[]).size).toBe(3);
  expect(again.outputs).toEqual(first.outputs);
  expect(ran(executor, '2')).toEqual(['each']);
});

test('a seed that is given is mixed with the rank, so that runs agree and samples differ', async () => {
  //  each ( draw, seed 7 )
  const loop = {
    each: {
      type: 'test.for-each',
      inputs: { items: { value: [0, 1, 2] } },
      nodes: { draw: { type: 'test.draw', inputs: { seed: 7 } } },
      outputs: { all: from('draw.value') },
    },
    out: { type: 'test.output', inputs: { value: from('each.all') } },
  };
  const executor = createTestExecutor({ nodes });
  const first = await executor.run(loop, { runId: '1' });
  const second = await executor.run(loop, { runId: '2' });
  expect(second.outputs).toEqual(first.outputs);
  const seeds = first.outputs['out'] as number[];
  expect(seeds[0]).toBe(7);
  expect(new Set(seeds).size).toBe(3);
});

test('another model behind the same node runs it again', async () => {
  const log = createTestExecutor({ nodes });
  const withModel = (reply: string): TestExecutor => {
    return createTestExecutor({
      nodes: [...nodes, chat, modelNode(fakeChatModel({ replies: [reply] }))],
      log: log.log,
      values: log.values,
    });
  };
  const ask = {
    model: { type: 'test.model' },
    ask: { type: 'test.chat', inputs: { model: from('model.model'), prompt: 'Hello' } },
    out: { type: 'test.output', inputs: { value: from('ask.answer') } },
  };
  expect((await withModel('one').run(ask, { reuse: 'editor', runId: '1' })).outputs).toEqual({ out: 'one' });
  expect((await withModel('two').run(ask, { reuse: 'editor', runId: '2' })).outputs).toEqual({ out: 'two' });
  expect((await withModel('one').run(ask, { reuse: 'editor', runId: '3' })).outputs).toEqual({ out: 'one' });
  expect(ran(log, '3')).toEqual([]);
});

test('what read its history holds for its place in the session alone', async () => {
  //  recall (reads the session) ──▶ out
  let calls = 0;
  const recall = step('recall', () => null, { determinism: 'external' });
  const reading = {
    ...recall,
    step: {
      run: async ({ services }: { services: Services }) => {
        calls += 1;
        return { value: (await services.sessions.history()).length + calls };
      },
    },
  };
  const executor = createTestExecutor({ nodes: [...nodes, reading] });
  const at = (runId: string, parentMessageId: string): Parameters<TestExecutor['run']>[1] => {
    return { runId, reuse: 'editor', session: { sessionId: 'talk', parentMessageId } };
  };
  const recallFlow = { recall: { type: 'test.recall' } };
  await executor.run(recallFlow, at('1', 'first'));
  await executor.run(recallFlow, at('2', 'first'));
  expect(calls).toBe(1);
  await executor.run(recallFlow, at('3', 'second'));
  expect(calls).toBe(2);
});

test('an iteration whose step fails before it asks for its rank holds nobody up', async () => {
  //  each ( item ──▶ wait ──▶ draw )      draw lacks a setting, and gives its fallback
  const wait = step('wait', async ({ value }) => {
    await new Promise((resolve) => setTimeout(resolve, value === 0 ? 10 : 1));
    return value ?? null;
  });
  const needy = needyDraw();
  const { run } = createTestExecutor({ nodes: [...nodes, wait, needy] });
  const result = await run(
    {
      each: {
        type: 'test.for-each',
        inputs: { items: { value: [0, 1, 2] }, concurrency: 3 },
        nodes: {
          wait: { type: 'test.wait', inputs: { value: from('each.item') } },
          draw: {
            type: 'test.needy',
            onError: { fallback: { value: 'spare' } },
            inputs: { value: from('wait.value'), seed: { setting: 'missing' } },
          },
        },
        outputs: { all: from('draw.value') },
      },
      out: { type: 'test.output', inputs: { value: from('each.all') } },
    },
    { reuse: 'editor' },
  );
  expect(result.outputs).toEqual({ out: ['spare', 'spare', 'spare'] });
});

/** A sampled step that can't do without the setting in `seed`. */
function needyDraw(): NodeDefinition {
  const node = step('needy', () => null, { determinism: 'sampled' });
  const { value, seed } = node.descriptor.inputs;
  if (value === undefined || seed === undefined) throw new Error('the test step has lost its inputs');
  return { ...node, descriptor: { ...node.descriptor, inputs: { value, seed: { ...seed, optional: false } } } };
}
