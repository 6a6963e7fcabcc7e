import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readingRoomRules } from '../fixtures/reading-room.ts';
import { nodeCard } from './canvas-page.ts';
import { answers, sources } from './chat-page.ts';
import { layoutFaults } from './layout-faults.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ environment: { JACQUARD_NETWORK: 'none' } }));
const patience = { timeout: 120_000 };

/** What stands on the canvas over something else: notes and nodes, in words. */
async function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('.react-flow__node')].filter(
      (node) => node.querySelector('[data-id] .react-flow__node') === null,
    );
    const notes = shown.filter((node) => node.className.includes('note'));
    const areas = (elements: readonly Element[]) =>
      elements.map((element) => ({ id: element.getAttribute('data-id'), box: element.getBoundingClientRect() }));
    return areas(notes).flatMap(({ id, box }) =>
      areas(shown)
        .filter((other) => other.id !== id)
        .filter(
          ({ box: other }) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        )
        .map((other) => `${id} lies over ${other.id}`),
    );
  });
}

/** How far below its last line each note of the flow ends, in pixels of the flow. */
async function roomBelowNotes(page: Page): Promise<readonly number[]> {
  return page.getByRole('note').evaluateAll((notes) => {
    const transform = getComputedStyle(document.querySelector('.react-flow__viewport') ?? document.body).transform;
    return notes.map((note) => {
      const lines = [...note.querySelectorAll('p')].map((paragraph) => paragraph.getBoundingClientRect().bottom);
      return (note.getBoundingClientRect().bottom - Math.max(...lines)) / new DOMMatrix(transform).a;
    });
  });
}

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, level: 2 });

test('from a question to an answer out of a file of one’s own, which lies open on the canvas with notes', async () => {
  const page = await tests.open('/flows');
  await page.getByRole('heading', { name: 'What do you want to do?' }).waitFor();
  await page.getByRole('link', { name: /^Ask my documents/ }).focus();
  await page.keyboard.press('Enter');
  await heading(page, 'Which documents?').waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('alert').filter({ hasText: 'Choose documents, or take the sample.' }).waitFor();
  const { name, content } = readingRoomRules('nine');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });
  await page.getByText(name).waitFor();
  expect(await layoutFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next' }).click();
  await heading(page, 'What do you want to know?').waitFor();
  await page.getByRole('textbox', { name: 'First question' }).fill('When does the reading room open?');
  await page.goBack();
  await page.getByText(name).waitFor();
  await page.goForward();
  await page.getByRole('button', { name: 'Try it' }).click();
  await heading(page, 'The first answer').waitFor();
  const quotation = page.locator('mark').filter({ hasText: 'opens at nine' }).first();
  await quotation.waitFor(patience);
  await page.getByRole('button', { name: 'Open on the canvas' }).click();
  await nodeCard(page, 'Answer with sources').waitFor();
  await sources(answers(page).first()).first().getByText(name).waitFor();
  await page.getByText('Ask here.').first().waitFor();
  expect(await overlaps(page)).toEqual([]);
  const rooms = await roomBelowNotes(page);
  expect([rooms.length, ...rooms.filter((room) => room < 8 || room > 36)]).toEqual([4]); // a line more at most
}, 300_000);

test('tickets are sorted: pasted, named, gone back without loss, sorted, and sorted better after more words', async () => {
  const page = await tests.open('/start/sort-my-tickets');
  const tickets = page.getByRole('textbox', { name: 'Tickets' });
  await tickets.fill('id,said\n7,"I ""lost"" my {{card}} 🪪, so what?"\n8,Is it open on Sunday?');
  await page.getByText('2 rows').waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Category 1', exact: true }).fill('Cards');
  await page.getByRole('textbox', { name: 'Words of category 1' }).fill('card, lost');
  await page.getByRole('textbox', { name: 'Category 2', exact: true }).fill('cards "etc."');
  await page.getByRole('button', { name: 'Back' }).click();
  expect(await tickets.inputValue()).toContain('{{card}}');
  await page.getByRole('button', { name: 'Next' }).click();
  expect(await page.getByRole('textbox', { name: 'Category 1', exact: true }).inputValue()).toBe('Cards');
  await page.getByRole('textbox', { name: 'Category 2', exact: true }).fill('Hours "etc."');
  await page.getByRole('textbox', { name: 'Words of category 2' }).fill('open, closed');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('2 rows · 4 columns').waitFor(patience);
  for (const cell of ['Cards', 'Hours "etc."', 'I "lost" my {{card}} 🪪, so what?'])
    await page.getByText(cell, { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Open on the canvas' }).click();
  await nodeCard(page, 'Sort by likeness').waitFor();
  await page.getByText('2 rows · 4 columns').first().waitFor();
  await page.getByText('Your tickets.').first().waitFor();
  expect(await overlaps(page)).toEqual([]);
  await page.goto(`${tests.jacquard.url}/start/sort-my-tickets/3`);
  await heading(page, 'Which tickets?').waitFor();
}, 300_000);

test('the models page measures, tries, chooses and deletes; what can’t be fetched says why', async () => {
  const models = join(tests.jacquard.home, 'models');
  copyFileSync(join(models, 'smollm2-135m.gguf'), join(models, 'mine.gguf'));
  const page = await tests.open('/models');
  const row = (name: RegExp): Locator => page.getByRole('main').getByRole('listitem').filter({ hasText: name });
  const mine = row(/your file/);
  await mine.getByText('Fits into memory; not measured yet').waitFor();
  await mine.getByRole('button', { name: /^Measure speed · / }).click();
  await mine.getByText(/tokens a second written, .* read; measured on/).waitFor(patience);
  await mine.getByText(/^Runs (?:well|slowly) here/).waitFor();
  await row(/Apache-2\.0/)
    .first()
    .getByText(/an estimate, by its size/)
    .waitFor();

  await mine.getByRole('button', { name: /^Try it · / }).click();
  const prompt = mine.getByRole('textbox', { name: /^A prompt for/ });
  await prompt.fill('Tell a long story about a loom.');
  await mine.getByRole('button', { name: 'Ask' }).click();
  const answer = mine.getByRole('region', { name: /^Answer of/ });
  await answer
    .getByText(/\w+ \w+/)
    .first()
    .waitFor(patience);
  await mine.getByRole('button', { name: 'Stop' }).click();
  await prompt.fill('Say hello.');
  await mine.getByRole('button', { name: 'Ask' }).click();
  await answer
    .getByRole('status')
    .filter({ hasText: /tokens · .* a second/ })
    .waitFor(patience);
  expect(await layoutFaults(page)).toEqual([]);

  await mine.getByRole('button', { name: /^Use as default · / }).click();
  await mine.getByText('Default', { exact: true }).waitFor();
  await mine.getByRole('button', { name: /^Delete/ }).click();
  const asked = page.getByRole('dialog');
  await asked.getByText(/It is the default/).waitFor();
  await asked.getByRole('button', { name: 'Delete' }).click();
  await mine.waitFor({ state: 'detached' });
  const starter = row(/SmolLM2 135M/);
  await starter.getByText('Default', { exact: true }).waitFor();
  await starter.getByRole('button', { name: 'Delete SmolLM2 135M' }).click();
  await asked.getByRole('button', { name: 'Delete' }).click();
  await starter.getByRole('button', { name: 'Fetch · SmolLM2 135M' }).click();
  await starter.getByRole('alert').waitFor(patience);
  await starter.getByText('could not be fetched').waitFor();
}, 300_000);
