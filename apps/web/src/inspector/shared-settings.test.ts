import { applyCommand, projectFlow } from '@jacquard/canvas';
import type { Descriptor, FlowDocument, InputPort } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { setSharedInput, sharedSettings } from './shared-settings.ts';

const label = { en: 'Port', fr: 'Port' };
const number = (more: Partial<InputPort> = {}): InputPort => ({
  kind: { kind: 'number' },
  label,
  optional: true,
  ...more,
});

function type(name: string, inputs: Descriptor['inputs']): [string, Descriptor] {
  const base = { version: 1, role: 'step', title: label, summary: label, icon: 'circle', outputs: {} } as const;
  return [
    name,
    { ...base, type: name, inputs, determinism: 'pure', effects: 'none', reaches: 'nothing', example: { inputs: {} } },
  ];
}

const descriptors = new Map([
  type('a.one', {
    heat: number({ min: 0, max: 2 }),
    size: number({ default: 5 }),
    name: { kind: { kind: 'text' }, label },
  }),
  type('a.two', { heat: number({ min: 0.5, max: 4 }), size: number({ default: 5 }), name: number() }),
]);
const flow: FlowDocument = {
  jacquard: 1,
  name: 'Several',
  nodes: {
    one: { type: 'a.one', inputs: { heat: 1, name: 'x' } },
    two: { type: 'a.two', inputs: { heat: 2, size: 5 } },
    wired: { type: 'a.two', inputs: { heat: { from: 'one.out' } } },
  },
};
const nodes = projectFlow(flow, descriptors).nodes;
const pick = (...ids: readonly string[]) => nodes.filter(({ id }) => ids.includes(id));

test('fields of the same name and kind are shared, with the narrowest bounds; a default counts as its value', () => {
  expect(sharedSettings(pick('one', 'two')).map(({ name, isDifferent }) => [name, isDifferent])).toEqual([
    ['heat', true],
    ['size', false],
  ]);
  expect(sharedSettings(pick('one', 'two'))[0]?.port).toMatchObject({ min: 0.5, max: 2 });
});

test('what a wire fills in one of them is not shared', () => {
  expect(sharedSettings(pick('one', 'two', 'wired')).map(({ name }) => name)).toEqual(['size']);
});

test('a change reaches all of them', () => {
  const changed = applyCommand(flow, setSharedInput(pick('one', 'two'), 'heat', 1.5));
  expect([changed.nodes['one']?.inputs?.['heat'], changed.nodes['two']?.inputs?.['heat']]).toEqual([1.5, 1.5]);
});
