import { fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { chatModel } from './chat-model.ts';

test('asks for the default model with the settings that were given', async () => {
  const services = fakeServices();
  const { outputs } = await runNode(chatModel, { inputs: { temperature: 0 }, services });
  expect(services.modelRequests).toEqual([{ name: 'default', settings: { temperature: 0 } }]);
  expect(outputs['model']).toMatchObject({ name: 'Fake' });
});

test('its identity stands on the model’s file and the settings', async () => {
  const inputs = { model: 'default', temperature: 0.5 };
  expect(await chatModel.component?.identify({ inputs, services: fakeServices() })).toMatchObject({
    id: 'default',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    settings: { temperature: 0.5 },
  });
});
