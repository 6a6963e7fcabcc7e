import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSlowModel, type SlowModel } from '../fixtures/slow-model.ts';
import { createFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

let model: SlowModel;
beforeAll(async () => {
  model = await startSlowModel((prompt) => ({ tag: `on-${prompt.replaceAll(/\W/g, '-')}`, words: 1, pause: 0 }));
});
afterAll(() => model.close());
const tests = setUpJacquard(() => ({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } }));

const flow = () => ({
  jacquard: 1,
  name: 'Talk',
  nodes: {
    question: { type: 'io.chat-input' },
    model: { type: 'models.openai-compatible', inputs: { baseUrl: model.baseUrl, model: 'm' } },
    chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' } } },
    reply: { type: 'io.chat-output', inputs: { text: { from: 'chat.answer' } } },
  },
});

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
  await answerTo(page, text).waitFor();
}

const conversation = (page: Page): Locator => page.getByRole('log', { name: 'Conversation' });
const answerTo = (page: Page, text: string): Locator =>
  conversation(page).getByText(`on-${text.replaceAll(/\W/g, '-')}.0`);

test('a message sent again in other words begins a branch; each keeps what followed it', async () => {
  const page = await tests.open(await createFlow(tests.jacquard.url, flow()));
  await say(page, 'one');
  await say(page, 'two');
  const first = conversation(page).getByRole('article', { name: 'You' }).first();
  await first.getByRole('button', { name: 'Edit and send again' }).click();
  const editor = conversation(page).getByRole('textbox', { name: 'Edit and send again' });
  await editor.fill('other');
  await editor.press('Enter');
  await answerTo(page, 'other').waitFor();
  await conversation(page).getByText('2/2').waitFor();
  await expect.poll(() => answerTo(page, 'two').count()).toBe(0);
  await say(page, 'three');

  await conversation(page).getByRole('button', { name: 'Version before' }).click();
  await answerTo(page, 'two').waitFor();
  await expect.poll(() => answerTo(page, 'three').count()).toBe(0);
  await say(page, 'four');
  expect(await answerTo(page, 'two').count()).toBe(1);
  await page.reload();
  await answerTo(page, 'four').waitFor();
  await conversation(page).getByRole('button', { name: 'Version after' }).click();
  await answerTo(page, 'three').waitFor();
  await expect.poll(() => answerTo(page, 'four').count()).toBe(0);
});
