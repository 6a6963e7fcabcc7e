import { expect, test } from 'vitest';
import { embedTexts } from './embed-texts.ts';
import { createFairQueue } from './fair-queue.ts';

const request = (texts: readonly string[]) => ({
  type: 'embed' as const,
  id: 7,
  model: { path: '/a.gguf' },
  run: 'documents',
  texts: [...texts],
});

test('texts are embedded side by side, and answered in order', async () => {
  let atWork = 0;
  let most = 0;
  const embedder = {
    async embed(text: string) {
      most = Math.max(most, (atWork += 1));
      await new Promise((resume) => setTimeout(resume, 10 - text.length));
      atWork -= 1;
      return { vector: [text.length], isCut: text.length > 2 };
    },
  };
  const texts = ['a', 'bb', 'ccc', 'dddd', 'e'];
  const reply = await embedTexts(
    { slots: 2 },
    { embedder },
    createFairQueue(2),
    request(texts),
    new AbortController().signal,
  );
  expect(reply).toEqual({ type: 'embed-result', id: 7, vectors: [[1], [2], [3], [4], [1]], cut: 2 });
  expect(most).toBe(2);
});

test('an abort ends it between two texts', async () => {
  const abort = new AbortController();
  const seen: string[] = [];
  const embedder = {
    async embed(text: string) {
      seen.push(text);
      abort.abort(new Error('enough'));
      return { vector: [1], isCut: false };
    },
  };
  const embedding = embedTexts({ slots: 1 }, { embedder }, createFairQueue(1), request(['a', 'b']), abort.signal);
  await expect(embedding).rejects.toThrow('enough');
  expect(seen).toEqual(['a']);
});
