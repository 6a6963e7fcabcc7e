import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { cutPdf, helpersGuide, readingRoomRules } from '../fixtures/reading-room.ts';
import { dropFiles } from './drop-files.ts';
import { createBase } from './knowledge-api.ts';
import { recordTexts } from './record-texts.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ withoutModel: true, environment: { JACQUARD_NETWORK: 'none' } }));

test('a base takes in files, says how each stands, shows its passages and can be searched', async () => {
  const page = await tests.open('/knowledge');
  await page.getByRole('button', { name: 'New knowledge base' }).click();
  await page.getByRole('textbox', { name: 'Name of the knowledge base' }).fill('County archive');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL('**/knowledge/county-archive');
  await page.getByRole('heading', { name: 'Drop files or folders here' }).waitFor();

  const overview = page.getByRole('region', { name: 'How it stands' });
  const shown = await recordTexts(overview);
  await dropFiles(page.getByRole('main'), [readingRoomRules('nine'), await helpersGuide(), cutPdf]);
  await overview.getByText('All documents are read, but 1').waitFor();
  await overview.getByText('2 documents · 5 passages').waitFor();
  expect((await shown()).some((text) => /Reading \d of \d documents?/.test(text))).toBe(true);

  await expectRow(page, 'reading-room.pdf', ['PDF', '3', '3', 'English', 'read']);
  await expectRow(page, 'helpers.odt', ['ODT', '–', '2', 'English', 'read']);
  await expectRow(page, 'annual-report.pdf', ['PDF', '–', '–', '–', 'could not be read']);
  await page.getByText(/^The file is cut short or damaged: .*Get it again/).waitFor();

  await rowOf(page, 'reading-room.pdf').getByRole('button', { name: 'Passages of reading-room.pdf' }).click();
  const passages = page.getByRole('list', { name: /^Passages of .*reading-room\.pdf$/ }).getByRole('listitem');
  await expect.poll(() => passages.count()).toBe(3);
  await passages.nth(1).getByText('page 2').waitFor();
  await passages
    .nth(1)
    .getByText(/^The reading room opens at nine/)
    .waitFor();
});

test('a search on the page of a base leads to the passage in its document', async () => {
  const files = [readingRoomRules('nine'), await helpersGuide()];
  const page = await tests.open(`/knowledge/${await createBase(tests.jacquard.url, 'Rules', files)}`);
  await page
    .getByRole('searchbox', { name: 'What would you ask these documents?' })
    .fill('When does the reading room open?');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Searched 2 documents · 5 passages.' }).waitFor();
  const found = page.getByRole('list', { name: 'Passages found' }).getByRole('listitem').first();
  await expect.poll(() => found.locator('mark').allInnerTexts()).toEqual(['reading', 'room', 'opens']);
  await found.getByRole('button', { name: 'reading-room.pdf, page 2' }).click();
  const reader = page.getByRole('region', { name: 'Document reading-room.pdf' });
  await reader.getByRole('group', { name: 'Page 2', exact: true }).locator('mark').first().waitFor();

  await reader.getByRole('button', { name: 'Close the document' }).click();
  await rowOf(page, 'helpers.odt').getByRole('button', { name: 'Open helpers.odt' }).click();
  const guide = page.getByRole('region', { name: 'Document helpers.odt' });
  await guide.getByRole('heading', { name: 'For helpers' }).waitFor();
  await page.keyboard.press('Escape');
  await guide.waitFor({ state: 'detached' });
});

function rowOf(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader').filter({ hasText: name }) });
}

/** What a row says, but for the size. */
async function expectRow(page: Page, name: string, cells: readonly string[]): Promise<void> {
  const read = async (): Promise<readonly string[]> => {
    const texts = await rowOf(page, name).getByRole('cell').allInnerTexts();
    return texts.slice(0, 6).filter((_, index) => index !== 4);
  };
  await expect.poll(read).toEqual(cells);
}
