import { afterAll, expect, test, vi } from 'vitest';
import { createTemplateRenderer, type RenderOrder } from './template-renderer.ts';

vi.setConfig({ testTimeout: 20_000 }); // threads start slowly where other tests run beside them

const renderer = createTemplateRenderer(1500);
afterAll(() => renderer.close());

const order = (template: string): RenderOrder => ({
  template,
  tokens: { bos: '<s>', eos: '</s>', special: ['<s>', '</s>'] },
  messages: [{ role: 'user', content: 'Hi' }],
});
const good = order('{{ bos_token }}{{ messages[0].content }}');
const textOf = async (asked: RenderOrder): Promise<string> =>
  (await renderer.render(asked)).map(({ text }) => text).join('');

test('a template is rendered', async () => {
  expect(await textOf(good)).toBe('<s>Hi');
});

test('one that loops without end is ended, and the next one is rendered', async () => {
  const endless = order('{% for i in range(1000000000) %}{% for j in range(1000000000) %}x{% endfor %}{% endfor %}');
  const [refused, after] = await Promise.allSettled([renderer.render(endless), textOf(good)]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'model-template-hostile' } });
  expect(after).toMatchObject({ value: '<s>Hi' });
});

test('one that is no template says so', async () => {
  await expect(renderer.render(order('{% for %}'))).rejects.toMatchObject({ code: 'model-template-refused' });
});

test('one that takes no such messages says why', async () => {
  await expect(renderer.render(order("{{ raise_exception('no users') }}"))).rejects.toMatchObject({
    code: 'model-template-refused',
    params: { reason: 'no users' },
  });
});
