import type { Message } from '@jacquard/node-kit';
import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { tokens } from './tokens.ts';

test('a text is read as it stands, or as a message in the model’s chat form', async () => {
  const read: (string | readonly Message[])[] = [];
  const model = {
    ...fakeChatModel({ replies: [''] }),
    tokenize: async (input: string | readonly Message[]) => {
      read.push(input);
      return [{ id: 7, text: '�', bytes: 'f09f', isSpecial: false }];
    },
  };
  const { outputs } = await runNode(tokens, { inputs: { model, text: '🧵' } });
  expect(outputs).toMatchObject({ count: 1, tokens: { rows: [{ id: 7, bytes: 'f0 9f' }] } });
  await runNode(tokens, { inputs: { model, text: '🧵', form: 'message' } });
  expect(read).toEqual(['🧵', [{ role: 'user', content: '🧵' }]]);
});

test('a model whose tokens nobody knows says so', async () => {
  const { tokenize: _closed, ...closed } = fakeChatModel({ replies: [''] });
  await expect(runNode(tokens, { inputs: { model: closed, text: 'x' } })).rejects.toMatchObject({
    code: 'model-insides-closed',
  });
});
