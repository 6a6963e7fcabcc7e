import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodeCard, shownValue, untilRunEnds } from './canvas-page.ts';
import { createFlow, lastRunEvents, storedOutput } from './flow-api.ts';
import { wordsOf } from './record-texts.ts';
import { setUpJacquard } from './set-up-jacquard.ts';
import { storyFlow } from './story-flow.ts';

const tests = setUpJacquard();

test('a page that is loaded anew during a run goes on showing it to its end', async () => {
  const path = await createFlow(tests.jacquard.url, storyFlow);
  const page = await tests.open(path);
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => answerLength(page), { timeout: 30_000 }).toBeGreaterThan(60);

  await page.reload();
  await expect.poll(() => answerLength(page)).toBeGreaterThan(60);
  await page.getByRole('banner').getByRole('button', { name: /^Stop/ }).waitFor();
  const early = await chatWords(page);
  await expect.poll(async () => (await chatWords(page)).length).toBeGreaterThan(early.length);
  await untilRunEnds(page);

  const { url } = tests.jacquard;
  const stored = await storedOutput(url, path, 'chat', 'answer');
  await expect.poll(() => chatWords(page)).toContain(wordsOf(stored));
  expect(wordsOf((await shownValue(nodeCard(page, 'Reply')).textContent()) ?? '')).toContain(
    wordsOf(stored.slice(0, 600)),
  );
  const events = await lastRunEvents(url, path);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.filter(({ type }) => type === 'run-start')).toHaveLength(1);
  expect(events.at(-1)).toMatchObject({ type: 'run-end', status: 'completed' });
});

async function answerLength(page: Page): Promise<number> {
  const value = shownValue(nodeCard(page, 'Ask'));
  return (await value.count()) === 0 ? 0 : ((await value.textContent()) ?? '').length;
}

async function chatWords(page: Page): Promise<string> {
  return wordsOf((await page.getByRole('tabpanel', { name: 'Chat' }).textContent()) ?? '');
}
