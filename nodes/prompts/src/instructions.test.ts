import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { instructions } from './instructions.ts';

const promptOf = async (inputs: Readonly<Record<string, unknown>>): Promise<unknown> =>
  (await runNode(instructions, { inputs })).outputs['prompt'];

test('what is left empty says nothing', async () => {
  expect(await promptOf({ task: 'Explain looms.' })).toBe('Explain looms.');
});

test('each choice is a sentence, in the language that was chosen', async () => {
  const chosen = { task: '…', audience: 'x', format: 'json', length: 'sentence', avoid: 'y', asksFirst: true };
  expect(await promptOf(chosen)).toBe(
    '…\n\nWrite for x: choose words and examples that they understand.\n\nAnswer in JSON and nothing else. Use one sentence.\n\nLeave out y.\n\nBefore you answer, ask me whatever you need to know to do this well, one question at a time, and wait for my answers. Answer once you know enough.',
  );
  expect(await promptOf({ task: 'Expliquez.', persona: 'un canut', language: 'fr' })).toBe(
    'Vous êtes un canut.\n\nExpliquez.',
  );
});

test('every option of the choices is told, but for the one that leaves it open', async () => {
  for (const name of ['format', 'length']) {
    const options = Object.keys(instructions.descriptor.inputs[name]?.options ?? {}).filter(
      (option) => option !== 'any',
    );
    const prompts = await Promise.all(options.map((option) => promptOf({ task: 'T', [name]: option })));
    expect(new Set(prompts).size).toBe(options.length);
    expect(prompts).not.toContain('T');
  }
});
