import { nodesById, parseFlowText, serialiseFlow } from '@jacquard/flow';
import { propertyRuns, propertyTimeout } from '@jacquard/flow/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { partsOfFlow } from '../difference/flow-parts.ts';
import { isSame } from '../history/places.ts';
import { randomEdit } from '../testing/random-command.ts';
import { sampleFlow } from '../testing/sample-flow.ts';
import { allOfSide } from './all-of-side.ts';
import { mergeFlows } from './merge-flows.ts';
import { renameAdded } from './rename-added.ts';

const options = { numRuns: propertyRuns(200) };
const timeout = propertyTimeout;

const edited = fc
  .array(randomEdit, { maxLength: 8 })
  .map((edits) => edits.reduce((flow, edit) => applyCommand(flow, edit(flow)), sampleFlow));

test('property: where one side did nothing, the other is the result, byte for byte', { timeout }, () => {
  fc.assert(
    fc.property(edited, (flow) => {
      for (const [mine, theirs] of [
        [flow, sampleFlow],
        [sampleFlow, flow],
        [flow, flow],
      ] as const) {
        const { document, collisions, lost } = mergeFlows(sampleFlow, mine, theirs);
        expect(serialiseFlow(document)).toBe(serialiseFlow(flow));
        expect([collisions, lost]).toEqual([[], []]);
      }
    }),
    options,
  );
});

test('property: the result is a whole flow, however it is chosen', { timeout }, () => {
  fc.assert(
    fc.property(edited, edited, fc.constantFrom('mine', 'theirs', undefined), (mine, theirs, side) => {
      const choices = side && allOfSide(mergeFlows(sampleFlow, mine, theirs).collisions, side);
      const { document } = mergeFlows(sampleFlow, mine, theirs, choices);
      const { flow, issues } = parseFlowText(serialiseFlow(document));
      expect(issues).toEqual([]);
      expect(flow && serialiseFlow(flow)).toBe(serialiseFlow(document));
    }),
    options,
  );
});

test('property: what one side alone did is in the result, unless it is asked about', { timeout }, () => {
  fc.assert(
    fc.property(edited, edited, (mine, theirs) => {
      const merge = mergeFlows(sampleFlow, mine, theirs);
      const asked = new Set(merge.collisions.map(({ id }) => id));
      const lost = new Set(merge.lost.map(({ node }) => node));
      const [base, own, other, result] = [
        sampleFlow,
        renameAdded(sampleFlow, mine, theirs),
        theirs,
        merge.document,
      ].map((flow) => partsOfFlow(flow).nodes);
      for (const [id, was] of base ?? []) {
        const [ours, yours, got] = [own?.get(id), other?.get(id), result?.get(id)];
        if (!ours || !yours || asked.has(id) || lost.has(id)) continue;
        for (const part of new Set([...was.keys(), ...ours.keys(), ...yours.keys()])) {
          const isTheirs = isSame(ours.get(part), was.get(part));
          const wanted = isTheirs ? yours.get(part) : ours.get(part);
          // Moved into what the other side made no scope of any more, it stands at the top.
          const isHomeless = part === 'scope' && result?.get(String(wanted))?.get('isScope') !== true;
          expect(got?.get(part)).toEqual(isHomeless ? undefined : wanted);
        }
      }
      const gone = [...nodesById(sampleFlow).keys()].filter((id) => !own?.has(id) || !other?.has(id));
      const stays = gone.filter((id) => result?.has(id));
      expect(stays.length === 0 || asked.size > 0).toBe(true);
    }),
    options,
  );
});
