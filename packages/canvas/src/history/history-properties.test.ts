import { serialiseFlow, type FlowDocument } from '@jacquard/flow';
import { propertyRuns, propertyTimeout } from '@jacquard/flow/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand, type Command } from '../command.ts';
import { addNode, placeNode } from '../commands/add-node.ts';
import { setInput, setTitle } from '../commands/edit-node.ts';
import { drawNode, randomEdit } from '../testing/random-command.ts';
import { sampleFlow } from '../testing/sample-flow.ts';
import { change, createHistory, redo, replaceOutside, undo, type History } from './history.ts';
import { valueAt, type Path } from './places.ts';

const numRuns = propertyRuns(300);
const timeout = propertyTimeout;
const gesture = fc.constantFrom(undefined, undefined, 'typing', 'drag');

function text({ document }: History): string {
  return serialiseFlow(document);
}

test('property: undo gives each state back byte for byte, redo the result again', { timeout }, () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(randomEdit, gesture), { maxLength: 12 }), (edits) => {
      let history = createHistory(sampleFlow);
      const states = [text(history)];
      for (const [edit, name] of edits) {
        history = change(history, edit(history.document), name);
        states[history.undo.length] = text(history);
      }
      for (let left = history.undo.length; left > 0; left -= 1) {
        expect(text(history)).toBe(states[left]);
        history = undo(history);
      }
      expect(text(history)).toBe(states[0]);
      for (let done = 0; history.redo.length > 0; done += 1) {
        expect(text(history)).toBe(states[done]);
        history = redo(history);
      }
      expect(text(history)).toBe(states[history.undo.length]);
    }),
    { numRuns },
  );
});

/** What someone else did: a value of theirs, which nobody else writes, and where it stands. */
interface Theirs {
  readonly path: Path;
  readonly mark: string | number;
}

/** Does something as someone else. */
function actAsOther(flow: FlowDocument, number: number, mark: number): { command: Command; theirs: Theirs } {
  const id = drawNode(flow, number) ?? 'none';
  const node = pathOf(flow, id);
  const name = `theirs-${mark}`;
  const position = { x: 1000 + mark, y: 0 };
  const all: { command: Command; theirs: Theirs }[] = [
    { command: setTitle(id, name), theirs: { path: [...node, 'title'], mark: name } },
    { command: setInput(id, 'text', name), theirs: { path: [...node, 'inputs', 'text'], mark: name } },
    { command: placeNode(id, position), theirs: { path: ['layout', 'nodes', id, 'x'], mark: 1000 + mark } },
    {
      command: addNode(name, { type: 'data.join' }, 1, position),
      theirs: { path: ['nodes', name, 'type'], mark: 'data.join' },
    },
  ];
  return all[number % all.length] ?? { command: () => undefined, theirs: { path: [], mark } };
}

function pathOf(flow: FlowDocument, id: string, path: Path = ['nodes']): Path {
  const nodes = valueAt(flow, path) as FlowDocument['nodes']; // boundary: the path leads to the nodes of a scope
  if (Object.hasOwn(nodes, id)) return [...path, id];
  const scope = Object.keys(nodes).find(
    (name) => nodes[name]?.nodes && pathOf(flow, id, [...path, name, 'nodes']).length > 0,
  );
  return scope === undefined ? [] : pathOf(flow, id, [...path, scope, 'nodes']);
}

const step = fc.oneof(
  fc.tuple(fc.constant('mine' as const), randomEdit),
  fc.tuple(fc.constant('theirs' as const), fc.nat(1000)),
);

test('property: undo never takes away what someone else did', { timeout }, () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let history = createHistory(sampleFlow);
      const marks = new Map<string, Theirs>();
      steps.forEach(([who, what], index) => {
        if (who === 'mine') {
          history = change(history, what(history.document));
          return;
        }
        const { command, theirs } = actAsOther(history.document, what, index);
        history = replaceOutside(history, applyCommand(history.document, command));
        if (valueAt(history.document, theirs.path) === theirs.mark) marks.set(theirs.path.join('/'), theirs);
      });
      while (history.undo.length > 0) history = undo(history);
      const lost = [...marks.values()].filter(({ path, mark }) => valueAt(history.document, path) !== mark);
      expect(lost).toEqual([]);
    }),
    { numRuns },
  );
});
