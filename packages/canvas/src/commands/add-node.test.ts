import { nodesById } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { addNode, moveNodes, resizeNode } from './add-node.ts';

const template = { type: 'prompts.template' };

test('a new node stands where it was dropped, in whole pixels, and its type’s version is recorded', () => {
  const flow = sampleAfter(addNode('ask', template, 3, { x: 10.4, y: 20.6 }));
  expect(flow.nodes.ask).toEqual(template);
  expect(flow.layout?.nodes?.ask).toEqual({ x: 10, y: 21 });
  expect(flow.types?.['prompts.template']).toBe(3);
});

test('a node dropped on a loop goes into it', () => {
  const flow = sampleAfter(addNode('ask', template, 1, { x: 0, y: 0 }, 'each'));
  expect(Object.keys(flow.nodes.each?.nodes ?? {})).toEqual(['part', 'ask']);
  expect(nodesById(flow).get('ask')?.parent).toBe('each');
});

test('nothing happens when the loop is gone', () => {
  expect(sampleAfter(addNode('ask', template, 1, { x: 0, y: 0 }, 'gone'))).toBe(sampleFlow);
});

test('moving keeps the size, and resizing the place', () => {
  const flow = sampleAfter(
    moveNodes({ each: { x: 5, y: 6 }, part: { x: 7.5, y: 8 } }),
    resizeNode('each', { width: 640.2, height: 400 }),
  );
  expect(flow.layout?.nodes?.each).toEqual({ x: 5, y: 6, width: 640, height: 400 });
  expect(flow.layout?.nodes?.part).toEqual({ x: 8, y: 8 });
});

test('a node may be called constructor', () => {
  const flow = sampleAfter(addNode('constructor', template, 1, { x: 1, y: 2 }));
  expect(flow.layout?.nodes?.['constructor']).toEqual({ x: 1, y: 2 });
});
