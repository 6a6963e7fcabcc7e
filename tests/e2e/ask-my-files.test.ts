import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askFlow } from '../fixtures/ask-flow.ts';
import { helpersGuide, readingRoomRules } from '../fixtures/reading-room.ts';
import { nodeCard } from './canvas-page.ts';
import { answers, ask, sourceButton, sources } from './chat-page.ts';
import { dropFiles } from './drop-files.ts';
import { createFlow } from './flow-api.ts';
import { createBase, storedBase } from './knowledge-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ withoutModel: true, environment: { JACQUARD_NETWORK: 'none' } }));
const question = 'When does the reading room open?';

test('files of mine are dropped, asked, opened at the passage, replaced, asked anew and deleted', async () => {
  const page = await tests.open('/flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('heading', { name: 'An empty canvas' }).waitFor();
  await dropFiles(page.getByRole('application'), [readingRoomRules('nine'), await helpersGuide()]);
  const offers = page.getByRole('dialog', { name: 'What for: 2 files?' }).getByRole('button');
  await offers.filter({ hasText: 'Ask questions about them' }).waitFor();
  const isFirst = await offers.filter({ hasText: /./ }).first().textContent();
  expect(isFirst).toBe('Ask questions about them');
  await page.keyboard.press('Enter');
  for (const title of ['Question', 'Knowledge base', 'Search', 'Answer with sources', 'Answer']) {
    await nodeCard(page, title).waitFor();
  }
  const flow = page.url();

  const first = await ask(page, question);
  await sources(first).first().getByText('reading-room.pdf, page 2').waitFor();
  await sources(first).first().locator('mark').filter({ hasText: 'opens at nine' }).waitFor();
  await expectMarked(page, first, 'opens at nine');
  await replaceRules(page, 'ten');

  await page.goto(flow);
  await sources(answers(page).first())
    .first()
    .getByText(/has changed since\.$/)
    .waitFor();
  const second = await ask(page, question);
  await sources(second).first().locator('mark').filter({ hasText: 'opens at ten' }).waitFor();
  expect(await second.getByText(/has changed since/).count()).toBe(0);
  await expectMarked(page, second, 'opens at ten');
  await expectNotice(page, answers(page).first(), /has changed since it was cited/);
  await deleteRules(page);

  await page.goto(flow);
  for (const answer of [answers(page).first(), answers(page).nth(1)]) {
    await sources(answer).first().getByText('The document is no longer there.').waitFor();
  }
  const third = await ask(page, question);
  await third.getByText('Not in your documents.').waitFor();
  expect(await sources(third).count()).toBe(0);
  await expectNotice(page, answers(page).nth(1), '“reading-room.pdf” is no longer in this knowledge base.');
}, 300_000);

/** Opens the first source of an answer and closes it again. */
async function expectMarked(page: Page, answer: Locator, words: string): Promise<void> {
  await sourceButton(answer, 1).click();
  const reader = page.getByRole('region', { name: 'Document reading-room.pdf' });
  const second = reader.getByRole('group', { name: 'Page 2', exact: true });
  await second.locator('mark').filter({ hasText: words }).waitFor();
  await page.keyboard.press('Escape');
  await reader.waitFor({ state: 'detached' });
}

/** What the reader says of a source that is no longer as it was, with the words that were cited. */
async function expectNotice(page: Page, answer: Locator, notice: string | RegExp): Promise<void> {
  const cited = await sources(answer).first().locator('mark').textContent();
  await sourceButton(answer, 1).click();
  const reader = page.getByRole('region', { name: 'Document reading-room.pdf' });
  await reader.getByRole('status').filter({ hasText: notice }).waitFor();
  expect(await reader.getByRole('blockquote', { name: 'What was cited' }).textContent()).toBe(cited);
  await page.keyboard.press('Escape');
  await reader.waitFor({ state: 'detached' });
}

/** By way of the node to the page of the base, and there another file in the place of the first. */
async function replaceRules(page: Page, hour: string): Promise<void> {
  await nodeCard(page, 'Knowledge base').getByRole('link', { name: '2 documents · 5 passages' }).click();
  const { name, content } = readingRoomRules(hour);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: `Replace ${name}` }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: `Passages of ${name}` }).click();
  await page
    .getByText(new RegExp(`^The reading room opens at ${hour}`))
    .first()
    .waitFor();
}

async function deleteRules(page: Page): Promise<void> {
  await nodeCard(page, 'Knowledge base').getByRole('link', { name: '2 documents · 5 passages' }).click();
  await page.getByRole('button', { name: 'Delete reading-room.pdf' }).click();
  const asked = page.getByRole('group', { name: 'Delete reading-room.pdf' });
  await asked.getByText('“reading-room.pdf” and its 3 passages will be gone from this base.').waitFor();
  await asked.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('1 document · 2 passages').waitFor();
  expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['helpers.odt']);
}

test('files that are dropped on a knowledge node are added to its base', async () => {
  const { url } = tests.jacquard;
  const base = await createBase(url, 'Archive', [readingRoomRules('nine')]);
  const page = await tests.open(await createFlow(url, askFlow(base)));
  const node = nodeCard(page, 'Knowledge base');
  await node.getByText('1 document · 3 passages').waitFor();
  await dropFiles(node, [await helpersGuide()]);
  await node.getByText('2 documents · 5 passages').waitFor();
  expect((await storedBase(url, base)).files.map(({ source }) => source.split('/').at(-1))).toEqual([
    'helpers.odt',
    'reading-room.pdf',
  ]);
});
