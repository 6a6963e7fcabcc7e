import { fakeKnowledgeBase, fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { knowledgeBase } from './knowledge-base.ts';

const services = fakeServices({ knowledge: { handbook: fakeKnowledgeBase({ 'a.md': 'Dogs wait outside.' }) } });

test('the base that is named is opened, and its revision is what answers stand on', async () => {
  const { outputs } = await runNode(knowledgeBase, { inputs: { knowledge: 'handbook' }, services });
  const identity = await knowledgeBase.component?.identify({ inputs: { knowledge: 'handbook' }, services });
  expect(outputs['knowledge']).toMatchObject({ identity });
});

test('one that isn’t there is named', async () => {
  await expect(runNode(knowledgeBase, { inputs: { knowledge: 'rules' }, services })).rejects.toMatchObject({
    code: 'knowledge-not-found',
    params: { id: 'rules' },
  });
});
