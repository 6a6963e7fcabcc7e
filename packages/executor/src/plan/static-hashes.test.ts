import { createHash } from 'node:crypto';
import { flowDocumentSchema, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { anyInput, output, step } from '../testing/test-nodes.ts';
import { compile } from './compile.ts';
import { staticHashes } from './static-hashes.ts';

const nodes = [anyInput, output, step('pass', ({ value }) => value ?? null)];
const registry = {
  descriptors: new Map(nodes.map(({ descriptor }) => [descriptor.type, descriptor])),
  definition: (type: string) => nodes.find(({ descriptor }) => descriptor.type === type),
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const from = (address: string): { from: string } => ({ from: address });

//  input ──▶ a ──▶ b ──▶ c ──▶ out
function flow(b: object, rename = 'a'): FlowDocument {
  return flowDocumentSchema.parse({
    jacquard: 1,
    name: 'Test',
    nodes: {
      input: { type: 'test.any-input' },
      [rename]: { type: 'test.pass', inputs: { value: from('input.value') } },
      b: { type: 'test.pass', inputs: { value: from(`${rename}.value`), ...b } },
      c: { type: 'test.pass', inputs: { value: from('b.value') } },
      out: { type: 'test.output', inputs: { value: from('c.value') } },
    },
  });
}

const hashesOf = (document: FlowDocument): Record<string, string> => {
  return Object.fromEntries(staticHashes(compile(document, registry), sha256));
};

test('an edit makes the node and what hangs on it stale, not what it hangs on', () => {
  const before = hashesOf(flow({}));
  const after = hashesOf(flow({ seed: 1 }));
  expect(after['a']).toBe(before['a']);
  expect(after['b']).not.toBe(before['b']);
  expect(after['c']).not.toBe(before['c']);
});

test('another id makes nothing stale', () => {
  expect(hashesOf(flow({}, 'other'))['c']).toBe(hashesOf(flow({}))['c']);
});

test('a chain of thousands is no deep recursion', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => {
      return [`s${at}`, { type: 'test.pass', inputs: { value: from(at === 0 ? 'input.value' : `s${at - 1}.value`) } }];
    }),
  );
  const document = flowDocumentSchema.parse({
    jacquard: 1,
    name: 'Chain',
    nodes: { input: { type: 'test.any-input' }, ...chain },
  });
  expect(Object.keys(hashesOf(document))).toHaveLength(5000);
});
