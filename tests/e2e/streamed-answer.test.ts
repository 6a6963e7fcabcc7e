import { expect, test } from 'vitest';
import { nodeCard, shownValue, untilRunEnds } from './canvas-page.ts';
import { createExample, storedOutput } from './flow-api.ts';
import { recordTexts, wordsOf } from './record-texts.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

test('a click on an offered question leads to an answer that is written before my eyes', async () => {
  const path = await createExample(tests.jacquard.url, 'summarise-a-file');
  const page = await tests.open(path);
  const document = nodeCard(page, 'Document');
  await document.getByText('the-loom-that-read-cards.md').waitFor();
  const chat = page.getByRole('log', { name: 'Conversation' });
  const summary = nodeCard(page, 'Summarise');
  const onCanvas = await recordTexts(summary);
  const inChat = await recordTexts(page.getByRole('tabpanel', { name: 'Chat' }));
  await chat.getByRole('button', { name: 'Summarise this document in three sentences.' }).click();

  await page.getByRole('banner').getByRole('button', { name: /^Stop/ }).waitFor();
  await shownValue(summary).waitFor({ timeout: 60_000 });
  await untilRunEnds(page);

  const lengths = (texts: readonly string[]): number => new Set(texts.map((text) => text.length)).size;
  expect(lengths(await onCanvas())).toBeGreaterThan(5);
  expect(lengths(await inChat())).toBeGreaterThan(5);

  const stored = await storedOutput(tests.jacquard.url, path, 'summary', 'answer');
  await expectShown(page, stored);
  await page.reload();
  await expectShown(page, stored);
});

async function expectShown(page: Awaited<ReturnType<typeof tests.open>>, stored: string): Promise<void> {
  const answer = page.getByRole('article', { name: 'Answer' });
  await expect.poll(async () => wordsOf((await answer.textContent()) ?? '')).toContain(wordsOf(stored));

  const summary = nodeCard(page, 'Summarise');
  await expect.poll(async () => summary.textContent()).toMatch(/\d [→] \d+ tokens/);
  expect(await summary.textContent()).toMatch(/\d tokens\/s/);
  expect(await summary.textContent()).toMatch(/[\d.]+ s/);
  const lanes = page.getByRole('treegrid', { name: 'What each node did when' });
  await lanes.getByText(/reading .+ · writing .+/).waitFor();
  await lanes.getByRole('button', { name: 'Put together' }).waitFor();

  await shownValue(summary).click();
  const values = page.getByRole('tabpanel').filter({ hasText: 'Markdown' });
  await expect.poll(async () => wordsOf((await values.textContent()) ?? '')).toContain(wordsOf(stored));
  await page.getByRole('tab', { name: 'Timeline' }).click();
}
