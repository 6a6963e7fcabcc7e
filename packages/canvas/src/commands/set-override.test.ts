import { serialiseFlow, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { mergeFlows } from '../merge/merge-flows.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { applySuggestion } from './apply-suggestion.ts';
import { deleteSelection } from './delete-selection.ts';
import { dissolveScope } from './edit-scope.ts';
import { replaceNode } from './replace-node.ts';
import { setOverride } from './set-override.ts';

const listed = sampleAfter(setOverride('part', 'system', true), setOverride('join', 'separator', true));

test('an input is noted once, and taken off again the flow is as before', () => {
  expect(listed.overrides).toEqual(['part.system', 'join.separator']);
  expect(applyCommand(listed, setOverride('part', 'system', true))).toBe(listed);
  expect(sampleAfter(setOverride('nobody', 'text', true))).toBe(sampleFlow);
  const off = [setOverride('part', 'system', false), setOverride('join', 'separator', false)].reduce(
    applyCommand,
    listed,
  );
  expect(serialiseFlow(off)).toBe(serialiseFlow(sampleFlow));
});

test('a node that goes takes what callers may set of it along, from inside a scope, too', () => {
  const after = (nodes: readonly string[]): unknown => applyCommand(listed, deleteSelection({ nodes })).overrides;
  expect(after(['each'])).toEqual(['join.separator']);
  expect(after(['split'])).toEqual(listed.overrides);
  expect(after(['each', 'join'])).toBeUndefined();
  const limited = applyCommand(listed, setOverride('each', 'concurrency', true));
  expect(applyCommand(limited, dissolveScope('each', {})).overrides).toEqual(listed.overrides);
});

test('a repair takes an entry off that leads nowhere', () => {
  const lost = { ...sampleFlow, overrides: ['nobody.text', 'part.system'] };
  const repaired = applyCommand(lost, applySuggestion({ do: 'remove-override', node: 'nobody', port: 'text' }));
  expect(repaired.overrides).toEqual(['part.system']);
});

test('a replaced node keeps what its new type has, too', () => {
  const { command } = replaceNode(listed, sampleDescriptors, 'part', 'data.join') ?? {};
  expect(command && applyCommand(listed, command).overrides).toEqual(['join.separator']);
});

test('two sides that let callers set different things let them set both', () => {
  const mine = sampleAfter(setOverride('part', 'system', true));
  const theirs = sampleAfter(setOverride('join', 'separator', true));
  const merged = mergeFlows(sampleFlow, mine, theirs);
  expect(merged.collisions).toEqual([]);
  expect(merged.document.overrides?.toSorted()).toEqual(['join.separator', 'part.system']);
  const deleted: FlowDocument = sampleAfter(deleteSelection({ nodes: ['join'] }));
  expect(mergeFlows(sampleFlow, mine, deleted).document.overrides).toEqual(['part.system']);
  expect(
    mergeFlows(listed, listed, applyCommand(listed, setOverride('part', 'system', false))).document.overrides,
  ).toEqual(['join.separator']);
});
