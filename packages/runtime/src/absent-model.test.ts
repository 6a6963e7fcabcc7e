import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { createAbsentModel } from './absent-model.ts';

test('says what it is, and fails when it is asked to write', async () => {
  const problem = new Problem('model-not-installed', { model: 'SmolLM2 135M' });
  const model = createAbsentModel(problem, 'SmolLM2 135M', ['en']);
  expect(model).toMatchObject({ name: 'SmolLM2 135M', location: 'local', capabilities: { languages: ['en'] } });
  const read = async (): Promise<void> => {
    for await (const chunk of model.stream([])) expect(chunk).toBeUndefined();
  };
  await expect(read()).rejects.toBe(problem);
  await expect(model.toLangChain()).rejects.toBe(problem);
});
