import { expect, test } from 'vitest';
import { migrateFlow } from './migrate-flow.ts';
import { flowOf } from './testing/sample-flows.ts';

const find = (type: string): ReturnType<Parameters<typeof migrateFlow>[1]> =>
  type === 't.t'
    ? {
        descriptor: { version: 3 },
        migrations: {
          1: ({ old, ...rest }) => ({ ...rest, renamed: old ?? null }),
          2: (inputs) => ({ ...inputs, added: 1 }),
        },
      }
    : undefined;

test('nodes are brought to the version of their type, in scopes, too', () => {
  const node = { type: 't.t', inputs: { old: { from: 'a.b' } } };
  const flow = flowOf({ a: node, s: { type: 'un.known', nodes: { b: node } } }, { types: { 't.t': 1, 'un.known': 4 } });
  const migrated = migrateFlow(flow, find);
  expect(migrated.nodes['a']?.inputs).toEqual({ renamed: { from: 'a.b' }, added: 1 });
  expect(migrated.nodes['s']?.nodes?.['b']?.inputs).toEqual({ renamed: { from: 'a.b' }, added: 1 });
  expect(migrated.types).toEqual({ 't.t': 3, 'un.known': 4 });
  expect(flow.nodes['a']?.inputs).toEqual({ old: { from: 'a.b' } });
});

test('a current flow stays the same object; a newer one keeps its version', () => {
  const current = flowOf({ a: { type: 't.t' } }, { types: { 't.t': 3 } });
  expect(migrateFlow(current, find)).toBe(current);
  const newer = flowOf({ a: { type: 't.t' } }, { types: { 't.t': 9 } });
  expect(migrateFlow(newer, find)).toBe(newer);
});

test('a flow without versions is taken as written today', () => {
  expect(migrateFlow(flowOf({ a: { type: 't.t', inputs: { old: 1 } } }), find)).toMatchObject({
    nodes: { a: { inputs: { old: 1 } } },
    types: { 't.t': 3 },
  });
});

test('a migration that breaks names its node', () => {
  const broken = (): ReturnType<typeof find> => ({
    descriptor: { version: 2 },
    migrations: {
      1: () => {
        throw new Error('broken');
      },
    },
  });
  expect(() => migrateFlow(flowOf({ a: { type: 't.t' } }, { types: { 't.t': 1 } }), broken)).toThrow(
    /migration-failed/,
  );
});
