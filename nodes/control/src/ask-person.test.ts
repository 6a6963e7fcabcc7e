import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { askPerson } from './ask-person.ts';

test('what is approved goes one way, what is rejected the other', async () => {
  const inputs = { value: 'A letter', message: 'Send it?' };
  const { pause, outputs } = await runNode(askPerson, { inputs });
  expect(outputs).toEqual({});
  expect(pause?.pause).toMatchObject({ kind: 'approve', message: 'Send it?', value: 'A letter' });
  const answered = async (answer: Record<string, string | boolean>) =>
    (await runNode(askPerson, { inputs, resumed: { answer, state: undefined } })).outputs;
  expect(await answered({ approved: true })).toEqual({ approved: 'A letter' });
  expect(await answered({ approved: false, comment: 'Too long' })).toEqual({
    rejected: 'A letter',
    comment: 'Too long',
  });
});

test('an edit begins with the value, and gives what was made of it', async () => {
  const inputs = { value: { price: 3 }, ask: 'edit' };
  expect((await runNode(askPerson, { inputs })).pause?.pause.value).toBe('{\n  "price": 3\n}');
  const { outputs } = await runNode(askPerson, { inputs, resumed: { answer: { text: 'Three' }, state: undefined } });
  expect(outputs).toEqual({ text: 'Three' });
});

test('one of the choices is given; fewer than two are none', async () => {
  const inputs = { value: 'Colour', ask: 'choose', choices: ['red', ' green ', 'red', ''] };
  expect((await runNode(askPerson, { inputs })).pause?.pause.options).toEqual(['red', 'green']);
  const { outputs } = await runNode(askPerson, { inputs, resumed: { answer: { choice: 'green' }, state: undefined } });
  expect(outputs).toEqual({ text: 'green' });
  const running = runNode(askPerson, { inputs: { ...inputs, choices: ['red'] } });
  await expect(running).rejects.toMatchObject({ code: 'choices-too-few' });
});
