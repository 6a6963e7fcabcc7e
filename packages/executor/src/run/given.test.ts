import type { JsonValue } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { createTestExecutor, type TestExecutor } from '../testing/test-executor.ts';
import { anyInput, choose, forEach, isLong, output, repeatUntil, step, subFlow } from '../testing/test-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });
const pass = step('pass', ({ value, values }) => value ?? values ?? null);
const add = step('add', ({ value }) => `${typeof value === 'string' ? value : JSON.stringify(value)}+`);
const draw = step('draw', (_inputs, { seed }) => seed, { determinism: 'sampled' });
const nodes = [anyInput, output, forEach, repeatUntil, subFlow, choose, isLong, pass, add, draw];

/** The steps of a run that really ran, and those that were given. */
function happened({ events }: TestExecutor, runId = 'run'): { ran: string[]; pinned: string[]; kept: string[] } {
  const ends = events(runId).filter((event) => event.type === 'step-end');
  return {
    ran: ends.flatMap((end) => (end.kept === true || end.pinned === true ? [] : [end.step])),
    pinned: ends.flatMap((end) => (end.pinned === true ? [end.step] : [])),
    kept: ends.flatMap((end) => (end.kept === true ? [end.step] : [])),
  };
}

//  input ──▶ a ──▶ b ──▶ c ──▶ out       a ──▶ side
const line = {
  input: { type: 'test.any-input' },
  before: { type: 'test.add', inputs: { value: from('input.value') } },
  a: { type: 'test.add', inputs: { value: from('before.value') } },
  b: { type: 'test.add', inputs: { value: from('a.value') } },
  out: { type: 'test.output', inputs: { value: from('b.value') } },
};

test('a given node does not run, nor what only it would read; what follows takes its value', async () => {
  const executor = createTestExecutor({ nodes });
  const { outputs } = await executor.run(line, { pins: { a: { value: 'pinned' } } });
  expect(outputs).toEqual({ out: 'pinned+' });
  expect(happened(executor)).toEqual({ ran: ['b'], pinned: ['a'], kept: [] });
  expect(executor.events()[0]).toMatchObject({ type: 'run-start', given: { a: { value: 'pinned' } } });
});

test('what another node reads besides runs as ever', async () => {
  const executor = createTestExecutor({ nodes });
  const both = { ...line, side: { type: 'test.pass', inputs: { value: from('before.value') } } };
  await executor.run(both, { inputs: { input: 'x' }, given: { a: { value: 'pinned' } } });
  expect(happened(executor).ran.toSorted()).toEqual(['b', 'before', 'side']);
});

test('in a loop the value is the same in every turn', async () => {
  const executor = createTestExecutor({ nodes });
  const { outputs } = await executor.run(
    {
      each: {
        type: 'test.for-each',
        inputs: { items: { value: ['x', 'y'] } },
        nodes: {
          a: { type: 'test.add', inputs: { value: from('each.item') } },
          b: { type: 'test.pass', inputs: { values: [from('a.value'), from('each.index')] } },
        },
        outputs: { all: from('b.value') },
      },
      out: { type: 'test.output', inputs: { value: from('each.all') } },
    },
    { pins: { a: { value: 'same' } } },
  );
  expect(outputs).toEqual({
    out: [
      ['same', 0],
      ['same', 1],
    ],
  });
  expect(happened(executor).pinned).toEqual(['each[0]/a', 'each[1]/a']);
});

test('the value of one turn alone is given by its path, and the next turn goes on from it', async () => {
  const executor = createTestExecutor({ nodes });
  const again = {
    input: { type: 'test.any-input' },
    again: {
      type: 'test.repeat-until',
      inputs: { max: 3 },
      state: { draft: { first: from('input.value'), next: from('a.value') } },
      until: false,
      nodes: { a: { type: 'test.add', inputs: { value: from('again.draft') } } },
      outputs: { last: from('a.value') },
    },
    out: { type: 'test.output', inputs: { value: from('again.last') } },
  };
  const { outputs } = await executor.run(again, { inputs: { input: 'x' }, given: { 'again[1]/a': { value: 'mine' } } });
  expect(outputs).toEqual({ out: 'mine+' });
  expect(happened(executor)).toMatchObject({ pinned: ['again[1]/a'], ran: ['again[0]/a', 'again[2]/a', 'again'] });
});

test('a given loop or sub-flow runs nothing inside, at the top and within another', async () => {
  const inner = (id: string): object => ({
    type: 'test.for-each',
    inputs: { items: from(`${id}.item`) },
    nodes: { deep: { type: 'test.pass', inputs: { value: from('inner.item') } } },
    outputs: { all: from('deep.value') },
  });
  const flow = {
    each: {
      type: 'test.for-each',
      inputs: { items: { value: [['x'], ['y']] } },
      nodes: { inner: inner('each') },
      outputs: { all: from('inner.all') },
    },
    out: { type: 'test.output', inputs: { value: from('each.all') } },
  } as Parameters<TestExecutor['run']>[0]; // boundary: as the schema has it
  const executor = createTestExecutor({ nodes });
  expect((await executor.run(flow, { pins: { each: { all: [['z']] } } })).outputs).toEqual({ out: [['z']] });
  expect(happened(executor)).toEqual({ ran: [], pinned: ['each'], kept: [] });
  const one = { given: { 'each[1]/inner': { all: ['mine'] } }, runId: '2' };
  expect((await executor.run(flow, one)).outputs).toEqual({ out: [['x'], ['mine']] });
  expect(happened(executor, '2').ran.toSorted()).toEqual(['each', 'each[0]/inner', 'each[0]/inner[0]/deep']);
});

//  a ──▶ check (its pin doesn't fit) ──▶ c ──▶ out
test('a run from a node goes on through one whose pin no longer fits', async () => {
  const executor = createTestExecutor({ nodes });
  const flow = {
    a: { type: 'test.pass', inputs: { value: 'x' } },
    check: { type: 'test.is-long', inputs: { value: from('a.value'), length: 1 } },
    c: { type: 'test.pass', inputs: { value: from('check.value') } },
    out: { type: 'test.output', inputs: { value: from('c.value') } },
  };
  await executor.run(flow, { reuse: 'editor', runId: '1' });
  const wrong = { check: { value: 'not a boolean' } };
  await executor.run(flow, { reuse: 'editor', pins: wrong, from: 'a', runId: '2' });
  expect(happened(executor, '2')).toEqual({ ran: ['a', 'check', 'c'], pinned: [], kept: [] });
});

test('a pin that no longer fits is left out and said; an edited value that does not is refused', async () => {
  const executor = createTestExecutor({ nodes });
  const check = {
    check: { type: 'test.is-long', inputs: { value: 'x', length: 1 } },
    out: { type: 'test.output', inputs: { value: from('check.value') } },
  };
  const wrong = { check: { value: 'not a boolean' } };
  expect((await executor.run(check, { pins: wrong })).outputs).toEqual({ out: true });
  const start = executor.events()[0];
  expect(start).toMatchObject({ unusedPins: [{ code: 'value-wrong-kind', kind: 'user', node: 'check' }] });
  expect(start).not.toHaveProperty('given');
  await expect(executor.run(check, { given: wrong, runId: '2' })).rejects.toMatchObject({
    code: 'value-wrong-kind',
    node: 'check',
  });
  await expect(executor.run(check, { given: { gone: {} }, runId: '3' })).rejects.toMatchObject({
    code: 'given-unknown',
  });
  expect((await executor.run(check, { pins: { gone: { value: 1 } }, runId: '4' })).status).toBe('completed');
});

test('a switch gives what it was given, and the other way is not taken', async () => {
  const executor = createTestExecutor({ nodes });
  const { outputs, skipped } = await executor.run(
    {
      choose: { type: 'test.choose', inputs: { value: 'x', when: true } },
      yes: { type: 'test.output', inputs: { value: from('choose.yes') } },
      no: { type: 'test.output', inputs: { value: from('choose.no') } },
    },
    { pins: { choose: { no: 'this way' } } },
  );
  expect([outputs, skipped]).toEqual([{ no: 'this way' }, ['yes']]);
});

test('an id that a called flow has, too, is given to the node of the flow alone', async () => {
  const called = {
    jacquard: 1 as const,
    name: 'Called',
    nodes: {
      input: { type: 'test.any-input' },
      a: { type: 'test.add', inputs: { value: from('input.value') } },
      out: { type: 'test.output', inputs: { value: from('a.value') } },
    },
  };
  const executor = createTestExecutor({ nodes, flows: { called } });
  const flow = {
    sub: { type: 'test.sub-flow', inputs: { flow: 'called', input: 'x' } },
    a: { type: 'test.add', inputs: { value: from('sub.out') } },
    out: { type: 'test.output', inputs: { value: from('sub.out') } },
    own: { type: 'test.output', inputs: { value: from('a.value') } },
  };
  const { outputs } = await executor.run(flow, { pins: { a: { value: 'given' } } });
  expect(outputs).toEqual({ out: 'x+', own: 'given' });
  const fresh = { reuse: 'editor' as const, runId: '2' };
  await executor.run(flow, fresh);
  await executor.run(flow, { ...fresh, runId: '3', from: 'a' });
  expect(happened(executor, '3')).toMatchObject({ ran: ['sub', 'a'], kept: ['sub/a'] });
});

test('large given values stand in the events as references', async () => {
  const executor = createTestExecutor({ nodes });
  const large = 'x'.repeat(100_000);
  const { outputs } = await executor.run(line, { pins: { a: { value: large } } });
  expect(outputs).toEqual({ out: `${large}+` });
  expect(JSON.stringify(executor.events()[0]).length).toBeLessThan(5_000);
});

test('a run that is taken up at any place has the same given values', async () => {
  const first = createTestExecutor({ nodes });
  const given: Record<string, Record<string, JsonValue>> = { a: { value: 'x'.repeat(100_000) } };
  const { outputs } = await first.run(line, { given });
  const all = first.events();
  for (let length = 1; length < all.length; length += 1) {
    const second = createTestExecutor({ nodes, values: first.values });
    const cut = all.slice(0, length);
    await second.log.append('run', cut);
    const handle = await second.start(line, { resume: { events: cut, owner: 'second', count: 1 } });
    expect((await handle.result).outputs).toEqual(outputs);
    expect(happened(second).ran).toEqual(['b']);
  }
});

test('a run that goes on from another takes its values, also those that were drawn anew since', async () => {
  //  one ──▶ two ──▶ out
  const executor = createTestExecutor({ nodes });
  const flow = {
    one: { type: 'test.draw' },
    two: { type: 'test.pass', inputs: { values: [from('one.value'), 'x'] } },
    three: { type: 'test.add', inputs: { value: from('two.value') } },
    beside: { type: 'test.draw', inputs: { value: from('one.value') } },
    out: { type: 'test.output', inputs: { value: from('three.value') } },
    drawn: { type: 'test.output', inputs: { value: from('beside.value') } },
  };
  const first = await executor.run(flow, { reuse: 'editor', runId: '1' });
  const anew = await executor.run(flow, { reuse: 'editor', afresh: true, runId: '2' });
  expect(anew.outputs['drawn']).not.toEqual(first.outputs['drawn']);
  const basis = { runId: '1', events: executor.events('1') };
  const given = { two: { value: 'mine' } };
  const { outputs } = await executor.run(flow, { reuse: 'editor', basis, given, runId: '3' });
  expect(outputs).toEqual({ out: 'mine+', drawn: first.outputs['drawn'] });
  expect(happened(executor, '3')).toEqual({ ran: ['three'], pinned: ['two'], kept: ['one', 'beside'] });
  expect(executor.events('3')[0]).toMatchObject({ basedOn: '1' });
});
