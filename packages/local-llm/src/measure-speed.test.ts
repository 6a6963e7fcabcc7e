import { expect, test } from 'vitest';
import type { HostReply } from './host/host-reply.ts';
import type { ModelHost } from './host/model-host.ts';
import { measureChat, measureEmbeddings } from './measure-speed.ts';

/** A host on a clock of its own: reads a token in 10 ms, writes one in 50, takes 5 s to load, and writes so many tokens. */
function slowHost(written: readonly number[]): { ask: ModelHost['ask']; now: () => number; asked: string[] } {
  let clock = 0;
  const asked: string[] = [];
  const left = [...written];
  const ask: ModelHost['ask'] = async (question, { onReply } = {}) => {
    const reply = (given: HostReply): void => onReply?.(given);
    if (asked.length === 0) clock += 5000;
    asked.push(question.type);
    if (question.type === 'count') return { type: 'count-result', id: 1, tokens: 60 };
    if (question.type === 'embed') {
      clock += question.texts.length * 600;
      return { type: 'embed-result', id: 1, vectors: [], cut: 0 };
    }
    const outputTokens = asked.length === 1 ? 1 : (left.shift() ?? 0);
    reply({ type: 'wait', id: 1, wait: { for: 'prompt', done: 0, total: 100 } });
    clock += 1000;
    for (let token = 0; token < outputTokens; token += 1) {
      if (token > 0) clock += 50;
      reply({ type: 'piece', id: 1, sample: 0, text: 'x' });
    }
    reply({ type: 'sample-end', id: 1, sample: 0, finish: 'stop', inputTokens: 100, outputTokens });
    return { type: 'end', id: 1 };
  };
  return { ask, now: () => clock, asked };
}

const path = 'model.gguf';

test('reading and writing are told apart, and loading counts for neither', async () => {
  const speed = await measureChat({ ...slowHost([21]), path, signal: undefined });
  expect(speed).toEqual({ reading: 100, writing: 20 });
});

test('an answer of a word or two is drawn again; a model that never says more has no speed of writing', async () => {
  expect(await measureChat({ ...slowHost([2, 31]), path, signal: undefined })).toEqual({ reading: 100, writing: 20 });
  const silent = slowHost([0, 1, 2]);
  expect(await measureChat({ ...silent, path, signal: undefined })).toEqual({ reading: 100 });
  expect(silent.asked).toHaveLength(4);
});

test('embeddings have a speed of reading alone', async () => {
  expect(await measureEmbeddings({ ...slowHost([]), path, signal: undefined })).toEqual({ reading: 100 });
});
