import { fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { embeddings } from './embeddings.ts';

test('the embeddings that are named are opened, and what they stand on is said', async () => {
  const services = fakeServices();
  const opened: unknown[] = [];
  const open = (choice: Parameters<typeof services.embeddings.open>[0]) => {
    opened.push(choice);
    return services.embeddings.open(choice);
  };
  const listening = { ...services, embeddings: { ...services.embeddings, open } };
  const { outputs } = await runNode(embeddings, { inputs: {}, services: listening });
  expect(opened).toEqual(['default']);
  const identity = await embeddings.component?.identify({ inputs: { embeddings: 'default' }, services });
  expect(outputs['embeddings']).toMatchObject({ identity });
});
