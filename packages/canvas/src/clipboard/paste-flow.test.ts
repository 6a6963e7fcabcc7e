import { checkFlow, nodesById, parseFlowText, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleFlow } from '../testing/sample-flow.ts';
import { copyNodes } from './copy-nodes.ts';
import { pasteFlow } from './paste-flow.ts';

const at = { x: 1000, y: 500 };
const empty: FlowDocument = { jacquard: 1, name: 'Other', nodes: {} };

function copied(...ids: string[]): FlowDocument {
  const { flow, issues } = parseFlowText(copyNodes(sampleFlow, ids));
  expect(issues).toEqual([]);
  return flow ?? empty;
}

function pasteInto(flow: FlowDocument, pasted: FlowDocument): { flow: FlowDocument; ids: readonly string[] } {
  const { command, ids } = pasteFlow(flow, pasted, at);
  return { flow: applyCommand(flow, command), ids };
}

test('what is copied is a flow of its own, with places and types of its nodes alone', () => {
  const flow = copied('each');
  expect(Object.keys(flow.nodes)).toEqual(['each']);
  expect(flow.types).toEqual({ 'control.for-each': 1, 'models.chat': 1 });
  expect(Object.keys(flow.layout?.nodes ?? {})).toEqual(['each', 'part']);
});

test('a node inside a chosen loop isn’t copied a second time', () => {
  expect(Object.keys(copied('part', 'each').nodes)).toEqual(['each']);
  expect(Object.keys(copied('part').nodes)).toEqual(['part']);
});

//   question ──▶ split ──▶ each ( part )     pasted:  question ──▶ split-2 ──▶ for-each ( chat )
test('a copy beside the original has ids of its own; wires among copies stay among them, others at their source', () => {
  const { flow, ids } = pasteInto(sampleFlow, copied('split', 'each'));
  expect(ids).toEqual(['split-2', 'for-each']);
  expect(flow.nodes['split-2']?.inputs?.text).toEqual({ from: 'question.text' });
  const each = flow.nodes['for-each'];
  expect(each?.inputs?.items).toEqual({ from: 'split-2.parts' });
  expect(each?.nodes?.['chat']?.inputs).toMatchObject({
    model: { from: 'model.model' },
    prompt: { from: 'for-each.item' },
  });
  expect(each?.outputs).toEqual({ all: { from: 'chat.answer' } });
  expect(checkFlow(flow, sampleDescriptors).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(nodesById(flow).size).toBe(nodesById(sampleFlow).size + 3);
});

test('in another flow the ids stay, and wires to nodes that aren’t there go', () => {
  const { flow, ids } = pasteInto(empty, copied('split', 'join'));
  expect(ids).toEqual(['split', 'join']);
  expect(flow.nodes.split?.inputs ?? {}).toEqual({});
  expect(flow.types).toEqual({ 'data.join': 1, 'data.split': 1 });
});

test('the copy stands where it is pasted, and a loop’s inside keeps its places', () => {
  const { flow } = pasteInto(sampleFlow, copied('each', 'question'));
  expect(flow.layout?.nodes).toMatchObject({
    'text-input': { x: 1000, y: 500 },
    'for-each': { x: 1600, y: 500, width: 500, height: 300 },
    chat: { x: 150, y: 96 },
  });
});

//   each ( part )        each ( part, chat )      both read the loop's item
test('into a loop, what its inside sees stays wired', () => {
  const { command, ids } = pasteFlow(sampleFlow, copied('part'), { x: 10, y: 20 }, 'each');
  const flow = applyCommand(sampleFlow, command);
  expect(ids).toEqual(['chat']);
  expect(flow.nodes.each?.nodes?.['chat']?.inputs).toMatchObject({ prompt: { from: 'each.item' } });
  expect(flow.layout?.nodes?.['chat']).toEqual({ x: 10, y: 20 });
});

test('the original is left as it was', () => {
  const before = JSON.stringify(sampleFlow);
  pasteInto(sampleFlow, copied('each'));
  expect(JSON.stringify(sampleFlow)).toBe(before);
});
