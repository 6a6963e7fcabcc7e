import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodeCard, shownValue, untilRunEnds, untilSaved } from './canvas-page.ts';
import { createFlow, lastRunEvents, storedFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

/** Two prompts in a row, without a model: a run takes milliseconds. */
const flow = {
  jacquard: 1,
  name: 'Two prompts',
  nodes: {
    greet: { type: 'prompts.template', title: 'Greet', inputs: { template: 'Good morning, weaver' } },
    sign: {
      type: 'prompts.template',
      title: 'Sign',
      inputs: { template: '{{text}}. Yours, Ada', text: { from: 'greet.text' } },
    },
    reply: { type: 'io.chat-output', title: 'Reply', inputs: { text: { from: 'sign.text' } } },
  },
  layout: { nodes: { greet: { x: 0, y: 0 }, sign: { x: 340, y: 0 }, reply: { x: 680, y: 0 } } },
};

const template = (page: Page) => nodeCard(page, 'Greet').getByRole('textbox', { name: 'Template' });

async function run(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: /^Run/ }).first().click();
  await untilRunEnds(page);
}

/** Opens the oldest run of the list. */
async function openFirstRun(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Runs' }).click();
  await page
    .getByRole('button', { name: /^Show the run of/ })
    .last()
    .click();
  await page.getByText(/^As it was on /).waitFor();
}

test('a past run opens as the flow was, is compared, exported, opened from its file, and left for now', async () => {
  const { url } = tests.jacquard;
  const path = await createFlow(url, flow);
  const page = await tests.open(path);
  await run(page);
  await shownValue(nodeCard(page, 'Sign')).getByText('Good morning, weaver. Yours, Ada').waitFor();
  await expect.poll(async () => (await lastRunEvents(url, path)).at(-1)?.type).toBe('run-end');
  await template(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Good evening, weaver');
  await untilSaved(page);
  await run(page);
  await shownValue(nodeCard(page, 'Sign')).getByText('Good evening').waitFor();

  await openFirstRun(page);
  await nodeCard(page, 'Greet').getByText('Good morning, weaver').first().waitFor();
  await shownValue(nodeCard(page, 'Sign')).getByText('Good morning').waitFor();
  await expect.poll(() => template(page).isDisabled()).toBe(true);

  await page.getByRole('button', { name: 'Compare with the newest' }).click();
  const comparison = page.getByRole('main', { name: 'Two runs compared' });
  const greet = comparison.getByRole('region', { name: 'Greet' });
  await greet.locator('del', { hasText: 'morning' }).first().waitFor();
  await greet.locator('ins', { hasText: 'evening' }).first().waitFor();
  await page.keyboard.press('Escape');
  await comparison.waitFor({ state: 'detached' });

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as a file' }).click(),
  ]);
  const file = { name: 'morning.run.json', mimeType: 'application/json', buffer: readFileSync(await download.path()) };

  await page.getByRole('button', { name: 'Restore this state' }).click();
  await untilSaved(page);
  expect((await storedFlow(url, path)).nodes['greet']?.inputs?.['template']).toBe('Good morning, weaver');
  await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
  await untilSaved(page);
  expect((await storedFlow(url, path)).nodes['greet']?.inputs?.['template']).toBe('Good evening, weaver');
  await page.getByRole('button', { name: 'Back to now' }).click();
  await shownValue(nodeCard(page, 'Sign')).getByText('Good evening').waitFor();

  await page.getByRole('link', { name: 'My flows' }).first().click();
  await page.getByLabel('Import', { exact: true }).setInputFiles(file);
  await page.getByText(/^The run in morning\.run\.json/).waitFor();
  await shownValue(nodeCard(page, 'Sign')).getByText('Good morning').waitFor();
  await page.getByText(/^Critical path: /).waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('heading', { name: 'My flows' }).waitFor();
});

test('the timeline tells by the keyboard what waited for what, and a file that is no run is refused', async () => {
  const page = await tests.open(await createFlow(tests.jacquard.url, flow));
  await run(page);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('treegrid', { name: 'What each node did when' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByText('Sign · waited for Greet', { exact: false }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('tabpanel').getByText('Yours, Ada').first().waitFor();

  await page.getByRole('tab', { name: 'Runs' }).click();
  const bad = { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"jacquard-run": 1}') };
  await page.getByLabel('Open a run file').setInputFiles(bad);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toContain('hold a run as Jacquard exports it');
});
