import { nodesById, placedNodes, serialiseFlow, type FlowDocument } from '@jacquard/flow';
import { propertyRuns, propertyTimeout } from '@jacquard/flow/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { mergeFlows } from '../merge/merge-flows.ts';
import { allOfSide } from '../merge/all-of-side.ts';
import { actAsOther, isStanding, type Theirs } from '../testing/act-as-other.ts';
import { randomEdit } from '../testing/random-command.ts';
import { sampleFlow } from '../testing/sample-flow.ts';
import { change, createHistory, redo, replaceOutside, undo, type History } from './history.ts';

/** What is promised: a thousand sequences, and each of them. */
const numRuns = propertyRuns(1000);
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

const step = fc.oneof(
  fc.tuple(fc.constant('mine' as const), randomEdit),
  fc.tuple(fc.constant('theirs' as const), fc.nat(1000)),
);
const steps = fc.array(step, { maxLength: 12 });

/**
 * Undoes all and does all again. What someone else did has to stay with each undo, and to stand in the end as it stood before;
 * what didn't, and ids that came to stand twice, are given back.
 */
function findLost(history: History, marks: readonly Theirs[]): readonly unknown[] {
  const standing = (document: FlowDocument): readonly Theirs[] => marks.filter((mark) => isStanding(document, mark));
  const lost: unknown[] = [];
  let current = history;
  const go = (next: History, kept: readonly Theirs[]): void => {
    current = next;
    const after = standing(current.document);
    lost.push(...kept.filter((one) => !after.includes(one)));
    if (placedNodes(current.document).length !== nodesById(current.document).size) lost.push('an id stands twice');
  };
  while (current.undo.length > 0) go(undo(current), standing(current.document));
  while (current.redo.length > 0) go(redo(current), []);
  go(current, standing(history.document));
  return lost;
}

test('property: neither undo nor redo takes away what someone else did', { timeout }, () => {
  fc.assert(
    fc.property(steps, (all) => {
      let history = createHistory(sampleFlow);
      const marks: Theirs[] = [];
      all.forEach(([who, what], index) => {
        if (who === 'mine') {
          history = change(history, what(history.document));
          return;
        }
        const { command, theirs } = actAsOther(history.document, what, index);
        history = replaceOutside(history, applyCommand(history.document, command));
        marks.push(theirs);
      });
      expect(findLost(history, marks)).toEqual([]);
    }),
    { numRuns },
  );
});

test('property: nor what came from the other tab by a merge', { timeout }, () => {
  fc.assert(
    fc.property(steps, (all) => {
      let history = createHistory(sampleFlow);
      let base = sampleFlow;
      const marks: Theirs[] = [];
      all.forEach(([who, what], index) => {
        if (who === 'mine') {
          history = change(history, what(history.document));
          return;
        }
        const { command, theirs } = actAsOther(base, what, index);
        const saved = applyCommand(base, command);
        const choices = allOfSide(mergeFlows(base, history.document, saved).collisions, 'theirs');
        history = replaceOutside(history, mergeFlows(base, history.document, saved, choices).document);
        base = saved;
        marks.push(theirs);
      });
      expect(findLost(history, marks)).toEqual([]);
    }),
    { numRuns },
  );
});
