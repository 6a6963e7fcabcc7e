import { fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { openai } from './openai.ts';

const services = fakeServices({ provider: { baseUrl: 'https://proxy.test/v1/', secret: { secret: 'openai' } } });

test('prompts go where the operator said', async () => {
  const { outputs } = await runNode(openai, { inputs: {}, services });
  expect(outputs['model']).toMatchObject({ name: 'gpt-4o-mini', location: 'https://proxy.test' });
});

test('its identity names address, model, settings and the secret’s name', async () => {
  const inputs = { model: 'gpt-4o-mini', temperature: 0.2 };
  expect(await openai.component?.identify({ inputs, services })).toEqual({
    baseUrl: 'https://proxy.test/v1',
    model: 'gpt-4o-mini',
    settings: { temperature: 0.2 },
    secret: 'openai',
  });
});
