import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { helpersGuide } from '../fixtures/reading-room.ts';
import { nodeCard } from './canvas-page.ts';
import { answers, ask, sourceButton, sources, untilAnswered } from './chat-page.ts';
import { dropFiles } from './drop-files.ts';
import { recordTexts } from './record-texts.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

test('the first start leads to quotations with their pages, then to what the model wrote from them', async () => {
  const page = await tests.open('/');
  await page.waitForURL('**/flows/ask-my-documents');
  const chat = page.getByRole('log', { name: 'Conversation' });
  await expect.poll(() => chat.getByRole('button', { name: /\?$/ }).count()).toBe(3);
  const shown = await recordTexts(page.getByRole('tabpanel', { name: 'Chat' }));
  await chat.getByRole('button', { name: /^How many items may an adult borrow/ }).click();
  const answer = answers(page).first();
  await untilAnswered(answer);

  const source = sources(answer).first();
  await source.getByText('handbook.pdf, page 3').waitFor();
  await source.locator('mark').filter({ hasText: '12 items' }).waitFor();
  const written = answer.getByRole('region', { name: 'Written by SmolLM2 135M' });
  await written.getByText(/^Written by SmolLM2 135M from 1(?: and 2)?$/).waitFor();
  expect(await written.getByRole('button', { name: /^Open source [12]$/ }).count()).toBeGreaterThan(0);
  const texts = await shown();
  expect(texts.findIndex((text) => text.includes('“Library handbook” comes first.'))).toBeGreaterThanOrEqual(0);
  const quoted = texts.findIndex((text) => text.includes('12 items'));
  expect(quoted).toBeLessThan(texts.findIndex((text) => text.includes('Written by')));

  await answer.getByText(/^Searched for “How many items may an adult borrow/).waitFor();
  await expectOpens(page);
}, 300_000);

/** A source opens its document at the page, with the words marked on it, and the way back leads to where one was. */
async function expectOpens(page: Page): Promise<void> {
  const source = sourceButton(answers(page).first(), 1);
  await source.focus();
  await page.keyboard.press('Enter');
  const reader = page.getByRole('region', { name: 'Document handbook.pdf' });
  const third = reader.getByRole('group', { name: 'Page 3', exact: true });
  await third.locator('mark').filter({ hasText: '12 items' }).first().waitFor();
  expect(await reader.getByRole('textbox', { name: 'Page' }).inputValue()).toBe('3');
  const mark = await third.locator('mark').first().boundingBox();
  const place = await reader.boundingBox();
  expect(mark?.y).toBeGreaterThan(place?.y ?? Infinity);
  expect(mark?.y).toBeLessThan((place?.y ?? 0) + (place?.height ?? 0));
  await expect.poll(() => inkOf(page)).toBeGreaterThan(100);

  await page.keyboard.press('Escape');
  await reader.waitFor({ state: 'detached' });
  expect(await source.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** How many dark points the page's picture has. */
async function inkOf(page: Page): Promise<number> {
  return page
    .getByRole('group', { name: 'Page 3', exact: true })
    .locator('canvas')
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const points = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return points.filter((value, index) => index % 4 === 0 && value < 80).length;
    });
}

test('what is in no document is said to be in none, and other words can be searched', async () => {
  const page = await tests.open('/');
  await page.waitForURL('**/flows/ask-my-documents');
  await page.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('log').getByRole('button', { name: 'Can I bring my dog?' }).waitFor();
  const answer = await ask(page, 'Who won the chess tournament in Reykjavik?');
  await answer.getByText('Not in your documents.').waitFor();
  await answer.getByText(/^In none of them: .*Reykjavik/i).waitFor();
  expect(await sources(answer).count()).toBe(0);
  expect(await answer.getByRole('region').count()).toBe(0);

  await answer.getByRole('button', { name: 'Search with other words' }).click();
  const words = answer.getByRole('textbox', { name: 'Search with other words' });
  expect(await words.inputValue()).toBe('Who won the chess tournament in Reykjavik?');
  await words.fill('Can I bring my dog?');
  await answer.getByRole('button', { name: 'Search', exact: true }).click();
  const again = answers(page).last();
  await again.getByText(/^Searched for “Can I bring my dog\?”/).waitFor({ timeout: 60_000 });
  await untilAnswered(again);
  await sources(again).filter({ hasText: /dog/i }).first().waitFor();
});

test('a file of mine that is dropped beside the questions is read and quoted, too', async () => {
  const page = await tests.open('/');
  await page.waitForURL('**/flows/ask-my-documents');
  await page.getByRole('button', { name: 'New conversation' }).click();
  const place = page.getByRole('region', { name: /^Or drop files of your own here: they join “Library handbook”/ });
  await dropFiles(place, [await helpersGuide()]);
  await nodeCard(page, 'Library handbook')
    .getByText(/^9 documents · /)
    .waitFor();
  const answer = await ask(page, 'What is the number of the key of the map store?');
  await sources(answer).first().getByText('helpers.odt, Keys').waitFor();
  expect(await sources(answer).first().locator('mark').textContent()).toContain('41');
});
