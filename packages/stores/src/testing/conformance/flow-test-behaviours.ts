import type { JsonValue } from '@jacquard/flow';
import { expect } from 'vitest';
import { expectProblem, flowDocument, type Behaviours } from './behaviour.ts';

const textOf = (flow: string, name = 'One'): string =>
  `${JSON.stringify({ 'jacquard-test': 1, flow, cases: [{ name }] }, undefined, 2)}\n`;

/** What every store of flow tests does. */
export const flowTestBehaviours: Behaviours = {
  'keeps tests of a flow, with what was recorded for them, by id': async ({ flowTests }) => {
    const made = await flowTests.create('main', 'flow', 'flow.edge', { text: textOf('flow'), recorded: '{}' });
    await flowTests.create('main', 'flow', 'flow', { text: textOf('flow', 'Other'), recorded: undefined });
    await flowTests.create('main', 'another', 'another', { text: textOf('another'), recorded: undefined });
    expect((await flowTests.list('main', 'flow')).map(({ id }) => id)).toEqual(['flow', 'flow.edge']);
    expect(await flowTests.get('main', 'flow.edge')).toEqual({ ...made, flowId: 'flow', recorded: '{}' });
    expect(await flowTests.get('main', 'unknown')).toBeUndefined();
    expect(await flowTests.get('main', '../flow')).toBeUndefined();
    await expectProblem(flowTests.create('main', 'flow', 'flow', { text: '', recorded: undefined }), 'test-exists');
    await expectProblem(
      flowTests.create('main', 'flow', '../x', { text: '', recorded: undefined }),
      'test-name-unusable',
    );
  },

  'saves over the revision that the caller knows, and no other': async ({ flowTests }) => {
    const { revision } = await flowTests.create('main', 'flow', 'flow', { text: textOf('flow'), recorded: undefined });
    const saved = await flowTests.save('main', 'flow', { text: textOf('flow', 'Two'), recorded: '{}' }, revision);
    expect(saved.revision).not.toBe(revision);
    const again = { text: textOf('flow', 'Three'), recorded: undefined };
    await expectProblem(flowTests.save('main', 'flow', again, revision), 'test-changed');
    expect(await flowTests.get('main', 'flow')).toEqual(saved);
    expect((await flowTests.save('main', 'flow', again, '*')).recorded).toBeUndefined();
    await expectProblem(flowTests.save('main', 'unknown', again, '*'), 'test-not-found');
    await expectProblem(flowTests.delete('main', 'flow', revision), 'test-changed');
    await flowTests.delete('main', 'flow', '*');
    expect(await flowTests.list('main', 'flow')).toEqual([]);
  },

  'keeps how cases came out, until the test goes': async ({ flowTests }) => {
    await flowTests.create('main', 'flow', 'flow', { text: textOf('flow'), recorded: undefined });
    await flowTests.keepResults(
      'main',
      'flow',
      new Map<string, JsonValue>([
        ['One', { status: 'failed' }],
        ['Two', 1],
      ]),
    );
    await flowTests.keepResults('main', 'flow', new Map([['One', { status: 'passed' }]]));
    expect([...(await flowTests.results('main', 'flow'))]).toEqual([
      ['One', { status: 'passed' }],
      ['Two', 1],
    ]);
    await flowTests.dropResults('main', 'flow', new Set(['One']));
    expect([...(await flowTests.results('main', 'flow')).keys()]).toEqual(['One']);
    await flowTests.delete('main', 'flow', '*');
    expect((await flowTests.results('main', 'flow')).size).toBe(0);
  },

  'keeps the tests of one space from another': async ({ flowTests, flows }) => {
    await flows.create('other', flowDocument('Flow'), { id: 'flow' });
    await flowTests.create('other', 'flow', 'flow', { text: textOf('flow'), recorded: undefined });
    expect(await flowTests.list('main', 'flow')).toEqual([]);
    await flows.delete('other', 'flow', '*');
    expect(await flowTests.list('other', 'flow')).toEqual([]);
  },
};
