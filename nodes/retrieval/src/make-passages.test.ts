import { fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { makePassages } from './make-passages.ts';

test('documents are cut as the settings say', async () => {
  const services = fakeServices();
  const asked: unknown[] = [];
  const { split } = services.knowledge;
  const knowledge = {
    ...services.knowledge,
    split: async (documents: Parameters<typeof split>[0], settings?: object) => {
      asked.push(settings);
      return split(documents);
    },
  };
  const documents = [{ pageContent: 'One.\n\nTwo.', metadata: {} }];
  const { outputs } = await runNode(makePassages, {
    inputs: { documents, size: 800, overlap: 100 },
    services: { ...services, knowledge },
  });
  expect(outputs['passages']).toMatchObject([{ pageContent: 'One.' }, { pageContent: 'Two.' }]);
  expect(asked).toEqual([{ size: 800, overlap: 100 }]);
});
