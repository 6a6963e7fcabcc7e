import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { adviseFitting } from './advise-fitting.ts';
import type { ModelHost } from './host/model-host.ts';
import type { LocalModelState } from './local-model-state.ts';

const model = (name: string, memory: number, state: LocalModelState['state'] = 'absent'): LocalModelState => ({
  id: name,
  name,
  kind: 'chat',
  description: { en: '', fr: '' },
  size: 1,
  parameters: '',
  contextTokens: 1,
  languages: [],
  licence: '',
  memory,
  state,
});

function hostWith(problem: Problem): ModelHost {
  const ask = (): Promise<never> => Promise.reject(problem);
  return { ask, process: () => 1, renew: () => undefined, close: async () => undefined };
}
const question = { type: 'state' } as const;

test('where memory is short, models that would fit are named: those that are here first, then the larger ones', async () => {
  const models = [model('small', 10), model('medium', 50), model('large', 500), model('here', 20, 'installed')];
  const host = adviseFitting(
    hostWith(new Problem('model-memory-short', { needed: 500, free: 100 })),
    async () => models,
  );
  await expect(host.ask(question)).rejects.toMatchObject({
    code: 'model-memory-short',
    params: { needed: 500, free: 100, fitting: 'here, medium, small' },
  });
});

test('where nothing fits, nothing is named, and other problems stay as they are', async () => {
  const short = adviseFitting(hostWith(new Problem('model-memory-short', { needed: 9, free: 5 })), async () => []);
  await expect(short.ask(question)).rejects.toMatchObject({ params: { needed: 9, free: 5 } });
  const other = new Problem('model-failed', {});
  await expect(adviseFitting(hostWith(other), async () => []).ask(question)).rejects.toBe(other);
});
