import type { ModelState } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { estimateSpeed, verdictOf } from './model-verdict.ts';

const model: ModelState = {
  id: 'm',
  name: 'Medium',
  kind: 'chat',
  description: { en: '', fr: '' },
  size: 4e9,
  parameters: '7B',
  contextTokens: 4096,
  languages: [],
  licence: '',
  state: 'installed',
  isDefault: false,
};
const machine = { totalMemory: 16e9, freeMemory: 6e9 };
const measured = (writing: number): ModelState => ({ ...model, speed: { reading: 300, writing, at: 1 } });

test('memory decides first, then speed', () => {
  expect(verdictOf({ ...model, size: 20e9 }, machine, 90)).toEqual({ kind: 'too-large', need: 24e9 });
  expect(verdictOf({ ...model, memory: 7e9 }, machine, undefined)).toEqual({ kind: 'fits-tightly', need: 7e9 });
  expect(verdictOf(model, machine, undefined)).toEqual({ kind: 'fits' });
  expect(verdictOf(measured(38), machine, undefined)).toEqual({ kind: 'runs-well', isEstimate: false });
  expect(verdictOf(model, machine, 3)).toEqual({ kind: 'runs-slowly', speed: 3, isEstimate: true });
});

test('a model that was measured fits, whatever is free at the moment', () => {
  expect(verdictOf({ ...measured(3), memory: 7e9 }, machine, undefined)).toMatchObject({
    kind: 'runs-slowly',
    speed: 3,
  });
});

test('one for vectors is judged by how it reads', () => {
  const vectors = { ...model, isForEmbeddings: true, speed: { reading: 40, at: 1 } };
  expect(verdictOf(vectors, machine, undefined)).toMatchObject({ kind: 'runs-slowly', speed: 40 });
});

test('speed goes with size, from the largest model that was measured', () => {
  const small = { ...measured(80), name: 'Small', size: 1e9 };
  expect(estimateSpeed({ ...model, size: 8e9 }, [small, measured(10)])).toEqual({ writing: 5, from: 'Medium' });
  expect(estimateSpeed(model, [])).toBeUndefined();
  expect(estimateSpeed(measured(10), [small])).toBeUndefined();
});
