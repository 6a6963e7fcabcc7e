import { Problem, type ChatModel } from '@jacquard/node-kit';
import { fakeChatModel, runNode, type FakeChatModel } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { optimisePrompt } from './optimise-prompt.ts';

const words = ['loom', 'reed', 'bobbin', 'warp', 'thread', 'shed', 'beam', 'lease', 'tie', 'float', 'sett', 'pick'];
const examples = {
  columns: ['word', 'plural'],
  rows: words.map((word) => ({ word, plural: `${word}s` })),
};
/** Small, so that the counts are plain: 2 proposals on 4 examples, the best 1 on 4 held out. */
const small = { examples, proposals: 2, rounds: 0, keep: 1, scored: 4, heldOut: 4 };

/** Induces the given prompts in turn, and answers well where the prompt says “plural”. Asked, not gone on with. */
function weaver(prompts: readonly (string | Error)[], also: Partial<ChatModel> = {}): FakeChatModel {
  const fake = fakeChatModel({ replies: [''] });
  let turn = 0;
  const model: FakeChatModel = {
    ...fake,
    stream(messages, options) {
      const asked = messages[0]?.content ?? '';
      const word = /Input: (\w+)\nOutput:$/u.exec(asked)?.[1] ?? '';
      const isProposal = asked.startsWith('I gave a friend') || asked.startsWith('Generate a variation');
      const proposal = prompts[Math.min(turn, prompts.length - 1)] ?? '';
      if (isProposal) turn += 1;
      const reply = isProposal ? proposal : `${word}${asked.includes('plural') ? 's' : ''}.`;
      return fakeChatModel({ replies: [reply] }).stream(messages, options);
    },
    ...also,
  };
  const { complete: _complete, ...asking } = model;
  return asking;
}

test('induces prompts, scores each on the training part, and gives the best, also as a template', async () => {
  const model = weaver(['The instruction was to repeat the word.', '"write the plural of the word."']);
  const { outputs, traces } = await runNode(optimisePrompt, { inputs: { ...small, model } });
  expect(outputs).toEqual({
    prompt: 'Write the plural of the word.',
    template: 'Instruction: Write the plural of the word.\n\nInput: {{input}}\nOutput:',
    candidates: {
      columns: ['prompt', 'train', 'held-out', 'round'],
      rows: [
        { prompt: 'Write the plural of the word.', train: 1, 'held-out': 1, round: 0 },
        { prompt: 'Repeat the word.', train: 0, 'held-out': null, round: 0 },
      ],
    },
  });
  expect(traces.map(({ form, data }) => [form, data])).toMatchObject([
    ['bound', { calls: 2 + 8 + 4, tokens: 14 * 48 }],
    ['candidate', { id: 'c1', text: 'Repeat the word.', round: 0, from: { call: 'induce 1' } }],
    ['score', { candidate: 'c1', on: 'train', value: 0, right: 0, of: 4 }],
    ['candidate', { id: 'c2', from: { call: 'induce 2' } }],
    ['score', { candidate: 'c2', on: 'train', value: 1, right: 4, of: 4 }],
    ['score', { candidate: 'c2', on: 'held-out', value: 1, right: 4, of: 4 }],
    ['choice', { candidate: 'c2' }],
    ['stop', { reason: 'complete', calls: 14, spared: 0 }],
  ]);
});

test('what is held out is neither shown to induce from nor scored on to choose by', async () => {
  const seen: string[] = [];
  const model = weaver(['Write the plural.']);
  const watched: ChatModel = {
    ...model,
    stream(messages, options = {}) {
      if (!String(options.name).includes('held-out')) seen.push(messages[0]?.content ?? '');
      return model.stream(messages, options);
    },
  };
  const inputs = { ...small, demonstrations: 50, scored: 100, model: watched };
  await runNode(optimisePrompt, { inputs, seed: 5 });
  const shown = words.filter((word) => seen.some((text) => text.includes(`Input: ${word}\n`)));
  expect(shown).toHaveLength(8);
});

test('the best are varied in further rounds, and a variation names its parent', async () => {
  const model = weaver(['Say it.', 'Repeat it.', 'Write the plural.', 'Write the plural!', 'Do nothing.']);
  const { outputs, traces } = await runNode(optimisePrompt, { inputs: { ...small, model, rounds: 1, variations: 3 } });
  expect(outputs['prompt']).toBe('Write the plural.');
  const candidates = traces.filter(({ form }) => form === 'candidate').map(({ data }) => data);
  expect(candidates).toMatchObject([
    { text: 'Say it.' },
    { text: 'Repeat it.' },
    { text: 'Write the plural.', round: 1, parent: 'c1', from: { call: 'vary 1.1' } },
    { text: 'Do nothing.', round: 1, parent: 'c1', from: { call: 'vary 1.3' } },
  ]);
});

test('prompts of one’s own compete, and win where they are better', async () => {
  const model = weaver(['Say it.']);
  const inputs = { ...small, model, start: ['Give the plural.', 'give the plural'] };
  const { outputs, traces } = await runNode(optimisePrompt, { inputs });
  expect(outputs['prompt']).toBe('Give the plural.');
  expect(traces[1]).toEqual({ form: 'candidate', data: { id: 'c1', text: 'Give the plural.', round: 0 } });
});

test('by likelihood nothing is written but the prompts', async () => {
  let weighed = 0;
  const model = weaver(['Repeat.', 'Write the plural.'], {
    score: async ([asked], continuations) => {
      weighed += 1;
      return continuations.map(() => (asked?.content.includes('plural') === true ? Math.log(0.5) : Math.log(0.1)));
    },
  });
  const { outputs } = await runNode(optimisePrompt, { inputs: { ...small, model, scoring: 'likelihood' } });
  expect(outputs['candidates']).toMatchObject({ rows: [{ train: 0.5, 'held-out': 0.5 }, { train: 0.1 }] });
  expect(weighed).toBe(12);
});

test('by likelihood needs a model that can weigh', async () => {
  const model = weaver(['Repeat.']);
  await expect(runNode(optimisePrompt, { inputs: { ...small, model, scoring: 'likelihood' } })).rejects.toMatchObject({
    code: 'model-insides-closed',
  });
});

test.each([5, 6, 9, 10, 13])('with %i calls allowed it gives the best so far', async (maxCalls) => {
  const model = weaver(['Write the plural.', 'Say it.']);
  const { outputs, traces } = await runNode(optimisePrompt, { inputs: { ...small, model, maxCalls } });
  expect(outputs['prompt']).toBe('Write the plural.');
  const last = traces.at(-1)?.data;
  expect(last).toMatchObject({ reason: 'budget' });
  expect((last as { readonly calls: number }).calls).toBeLessThanOrEqual(maxCalls); // boundary: a stop item
});

test('with too few calls for one candidate there is nothing to give', async () => {
  const model = weaver(['Write the plural.']);
  const running = runNode(optimisePrompt, { inputs: { ...small, model, maxCalls: 4 } });
  await expect(running).rejects.toMatchObject({ code: 'budget-spent', params: { calls: 4 } });
});

test('a model that proposes nothing, or the same again and again, spends no calls on scoring it', async () => {
  const mute = weaver(['']);
  await expect(runNode(optimisePrompt, { inputs: { ...small, model: mute } })).rejects.toMatchObject({
    code: 'reasoning-nothing-found',
  });
  const same = weaver(['Write the plural.']);
  const { traces } = await runNode(optimisePrompt, { inputs: { ...small, proposals: 20, model: same } });
  expect(traces.filter(({ form }) => form === 'candidate')).toHaveLength(1);
  expect(traces.at(-1)?.data).toMatchObject({ calls: 20 + 4 + 4 });
});

test('a proposal that fails is no end; a model that fails throughout is', async () => {
  const failed = new Problem('provider-refused', {}, { kind: 'operational' });
  const { outputs } = await runNode(optimisePrompt, {
    inputs: { ...small, model: weaver([failed, 'Write the plural.']) },
  });
  expect(outputs['prompt']).toBe('Write the plural.');
  await expect(runNode(optimisePrompt, { inputs: { ...small, model: weaver([failed]) } })).rejects.toBe(failed);
});

test('another model may propose', async () => {
  const proposer = weaver(['Write the plural.']);
  const model = weaver(['never asked for this']);
  expect((await runNode(optimisePrompt, { inputs: { ...small, model, proposer } })).outputs['prompt']).toBe(
    'Write the plural.',
  );
});

test('two examples are too few, and a table with one column is none', async () => {
  const model = weaver(['Write the plural.']);
  const few = { ...examples, rows: examples.rows.slice(0, 2) };
  await expect(runNode(optimisePrompt, { inputs: { ...small, model, examples: few } })).rejects.toMatchObject({
    code: 'examples-too-few',
    params: { rows: 2 },
  });
  const narrow = { columns: ['word'], rows: [] };
  await expect(runNode(optimisePrompt, { inputs: { ...small, model, examples: narrow } })).rejects.toMatchObject({
    code: 'examples-need-two-columns',
  });
});
