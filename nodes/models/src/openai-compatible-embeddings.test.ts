import type { EmbeddingsChoice } from '@jacquard/node-kit';
import { fakeEmbeddings, fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { openaiCompatibleEmbeddings } from './openai-compatible-embeddings.ts';

function servicesThatRemember() {
  const choices: EmbeddingsChoice[] = [];
  const remember = async (choice: EmbeddingsChoice) => {
    choices.push(choice);
    return { ...fakeEmbeddings(), identity: { asked: choices.length } };
  };
  return { choices, services: { ...fakeServices(), embeddings: { open: remember, describe: remember } } };
}

test('opens the embeddings of its address, with the secret by its name', async () => {
  const { choices, services } = servicesThatRemember();
  const inputs = { baseUrl: ' https://example.org/v1/ ', model: 'bge-m3', key: { secret: 'house' } };
  const { outputs } = await runNode(openaiCompatibleEmbeddings, { inputs, services });
  expect(choices).toEqual([{ url: 'https://example.org/v1', model: 'bge-m3', secret: 'house' }]);
  expect(outputs['embeddings']).toMatchObject({ identity: { asked: 1 } });
});

test('its identity is that of the embeddings and the secret’s name', async () => {
  const { services } = servicesThatRemember();
  const inputs = { baseUrl: 'https://example.org/v1', model: 'bge-m3', key: { secret: 'house' } };
  expect(await openaiCompatibleEmbeddings.component?.identify({ inputs, services })).toEqual({
    embeddings: { asked: 1 },
    secret: 'house',
  });
});

test('an address that is none is refused before anything is asked', async () => {
  const { choices, services } = servicesThatRemember();
  const inputs = { baseUrl: 'file:///etc/passwd', model: 'test' };
  await expect(runNode(openaiCompatibleEmbeddings, { inputs, services })).rejects.toMatchObject({
    code: 'address-not-valid',
  });
  expect(choices).toEqual([]);
});
