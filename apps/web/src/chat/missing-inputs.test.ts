import type { FlowPort } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { missingInputs } from './missing-inputs.ts';

const port = (id: string, more: Partial<FlowPort> = {}): FlowPort => ({
  id,
  type: 'io.text-input',
  kind: { kind: 'text' },
  port: 'text',
  optional: false,
  schema: {},
  ...more,
});
const ids = (ports: readonly FlowPort[]): string[] => ports.map(({ id }) => id);

test('a needed input without value or default is missing', () => {
  const ports = [
    port('topic'),
    port('tone', { optional: true }),
    port('count', { optional: true, default: 3 }),
    port('paper', { optional: true, defaultFrom: { file: 'paper.md' } }),
  ];
  expect(ids(missingInputs(ports, {}, []))).toEqual(['topic']);
  expect(missingInputs(ports, { topic: '' }, [])).toEqual([]);
});

test('what is written and no value counts as missing, also where a default stands behind it', () => {
  expect(ids(missingInputs([port('order', { optional: true, default: {} })], {}, ['order']))).toEqual(['order']);
});
