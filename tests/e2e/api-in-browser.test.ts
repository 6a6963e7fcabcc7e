import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startSlowModel, textOf, type SlowAnswer, type SlowModel } from '../fixtures/slow-model.ts';
import { askingFlow } from '../security/hostile-flows.ts';
import { openCutter } from './cut-connection.ts';
import { createFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({
  withoutModel: true,
  environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1', JACQUARD_MODEL: 'none' },
}));
const answer: SlowAnswer = { tag: 'word', words: 60, pause: 20 };
let model: SlowModel;

beforeAll(async () => {
  model = await startSlowModel(() => answer);
});
afterAll(() => model.close());

/** What an `EventSource` was told, and how often it connected; taken after the server told it to stay away. */
interface Told {
  readonly text: string;
  readonly done: string;
  readonly opened: number;
}

test('a browser’s EventSource reads a flow, comes back by itself when the connection breaks, and starts one run', async () => {
  const path = await createFlow(tests.jacquard.url, askingFlow(model.baseUrl));
  const between = await openCutter(tests.jacquard.url);
  onTestFinished(() => between.close());
  const page = await tests.open('/api/reference', { tolerated: /ERR_|EventSource|another host/ });
  await page.goto(`${between.url}/api/reference`);
  const asked = page.evaluate(
    (url) =>
      new Promise<Told>((resolve) => {
        const source = new EventSource(url);
        let [text, done, opened] = ['', '', 0];
        source.addEventListener('open', () => {
          opened += 1;
          document.title = `opened ${opened}`;
        });
        source.addEventListener('text', ({ data }: MessageEvent<string>) => {
          const piece = JSON.parse(data) as { text: string; reset?: true };
          text = piece.reset === true ? piece.text : text + piece.text;
        });
        source.addEventListener('done', ({ data }: MessageEvent<string>) => (done = data));
        source.addEventListener('error', () => {
          if (source.readyState === EventSource.CLOSED) resolve({ text, done, opened });
        });
      }),
    `/api/v1${path}@draft/stream?format=text&input.question=Hello`,
  );
  await expect.poll(() => model.prompts.length, { timeout: 20_000 }).toBe(1);
  await expect.poll(() => page.title()).toBe('opened 1');
  between.cut();
  const { text, done, opened } = await asked;
  expect(text).toBe(textOf(answer));
  expect(JSON.parse(done)).toMatchObject({ outputs: { reply: textOf(answer) } });
  expect(opened).toBe(2);
  expect(model.prompts).toHaveLength(1);
});

test('the reference page shows what is answered, asks no other host, and its “Try it out” runs a flow', async () => {
  const path = await createFlow(tests.jacquard.url, askingFlow(model.baseUrl));
  const page = await tests.open(`/api/reference?flow=${path.split('/').at(-1) ?? ''}&version=draft`);
  const invoke = page.locator('.opblock', { hasText: 'waits for its answer' });
  await invoke.getByRole('button').first().click();
  await invoke.getByRole('button', { name: 'Try it out' }).click();
  await invoke.locator('textarea').fill(JSON.stringify({ inputs: { question: 'From the page' } }));
  await invoke.getByRole('button', { name: 'Execute' }).click();
  await invoke.locator('.live-responses-table').getByText('word.59', { exact: false }).first().waitFor();
  expect(model.prompts).toContain('From the page');
  const whole = await tests.open('/api/reference');
  await whole.getByRole('link', { name: 'Calling flows' }).click();
  await whole.locator('.opblock', { hasText: '/api/v1/flows/{id}/batch' }).waitFor();
  const places = await whole.locator('.opblock-tag').allTextContents();
  expect(places).toEqual(expect.arrayContaining(['Flows', 'Runs', 'OpenAI']));
});
