import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSlowModel, type SlowModel } from '../fixtures/slow-model.ts';
import { nodeCard, shownValue, untilRunEnds, untilSaved } from './canvas-page.ts';
import { createFlow, lastRunEvents } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

let model: SlowModel;
beforeAll(async () => {
  model = await startSlowModel((_prompt, earlier) => ({ tag: `answer-${earlier}`, words: 1, pause: 0 }));
});
afterAll(() => model.close());
const tests = setUpJacquard(() => ({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } }));

/** prompt ──▶ chat (another answer each time) ──▶ frame ──▶ reply */
const flow = () => ({
  jacquard: 1,
  name: 'Pins',
  nodes: {
    prompt: { type: 'prompts.template', title: 'Prompt', inputs: { template: 'Say something' } },
    model: { type: 'models.openai-compatible', inputs: { baseUrl: model.baseUrl, model: 'm' } },
    chat: {
      type: 'models.chat',
      title: 'Ask',
      inputs: { model: { from: 'model.model' }, prompt: { from: 'prompt.text' } },
    },
    frame: {
      type: 'prompts.template',
      title: 'Frame',
      inputs: { template: 'It said: {{answer}}', answer: { from: 'chat.answer' } },
    },
    reply: { type: 'io.text-output', title: 'Reply', inputs: { text: { from: 'frame.text' } } },
  },
  layout: {
    nodes: {
      prompt: { x: 0, y: 0 },
      model: { x: 0, y: 240 },
      chat: { x: 300, y: 0 },
      frame: { x: 600, y: 0 },
      reply: { x: 900, y: 0 },
    },
  },
});

/** Which nodes of the last run really ran, by id. */
async function ran(path: string): Promise<string[]> {
  const events = await lastRunEvents(tests.jacquard.url, path);
  return events.flatMap((event) =>
    event.type === 'step-end' && event.kept !== true && event.pinned !== true ? [event.node] : [],
  );
}

/** What the run button says that it will do. */
async function runHint(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'More ways to run' }).click();
  const text = await page
    .getByRole('menu')
    .evaluate((menu) => document.getElementById(menu.getAttribute('aria-describedby') ?? '')?.innerText ?? '');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  return text;
}

async function run(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: /^Run/ }).click();
  await untilRunEnds(page);
}

async function chooseOfNode(page: Page, node: string, item: string): Promise<void> {
  await nodeCard(page, node).hover();
  await nodeCard(page, node).getByRole('button', { name: 'What can be done with this node' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('the button says what a run will run, and that is what runs; what is out of date is marked', async () => {
  const path = await createFlow(tests.jacquard.url, flow());
  const page = await tests.open(path);
  await expect.poll(() => runHint(page)).toBe('Runs all 3 nodes.');
  await run(page);
  await shownValue(nodeCard(page, 'Reply')).getByText('It said: answer-0').waitFor();
  await expect.poll(() => runHint(page)).toBe('Nothing has changed since the last run. Drawn anew: Ask.');

  const template = nodeCard(page, 'Frame').getByLabel('Template');
  await template.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('So: {{answer}}');
  await nodeCard(page, 'Frame').getByText('out of date').waitFor();
  expect(await nodeCard(page, 'Ask').getByText('out of date').count()).toBe(0);
  await page.getByRole('banner').getByRole('status').click();
  await untilSaved(page);
  await expect.poll(() => runHint(page)).toBe('Runs 1 of 3 nodes. 2 are kept.');
  await run(page);
  await shownValue(nodeCard(page, 'Reply')).getByText('So: answer-0').waitFor();
  expect(await ran(path)).toEqual(['frame']);
  await nodeCard(page, 'Ask').getByText('kept').waitFor();
  await expect.poll(() => nodeCard(page, 'Frame').getByText('out of date').count()).toBe(0);

  await page.getByRole('banner').getByRole('button', { name: 'Run again: new samples' }).click();
  await shownValue(nodeCard(page, 'Reply')).getByText('So: answer-1').waitFor();
  await untilRunEnds(page);
  expect((await ran(path)).toSorted()).toEqual(['chat', 'frame']);
});

test('a pinned value is taken, stays over a reload, and is given up again', async () => {
  const path = await createFlow(tests.jacquard.url, flow());
  const page = await tests.open(path);
  await run(page);
  await chooseOfNode(page, 'Ask', 'Edit and pin…');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Answer' }).fill('Pinned words');
  await page.getByRole('dialog').getByRole('button', { name: 'Pin', exact: true }).click();
  await nodeCard(page, 'Ask').getByText('pinned').waitFor();
  await nodeCard(page, 'Frame').getByText('out of date').waitFor();
  await expect.poll(() => runHint(page)).toBe('Runs 1 of 2 nodes. 1 is pinned.');
  const asked = model.prompts.length;
  await run(page);
  await shownValue(nodeCard(page, 'Reply')).getByText('It said: Pinned words').waitFor();
  expect(await ran(path)).toEqual(['frame']);
  expect(model.prompts).toHaveLength(asked);

  await page.reload();
  await nodeCard(page, 'Ask').getByText('pinned').first().waitFor();
  await page.getByRole('banner').getByRole('button', { name: '1 value pinned' }).click();
  await page.getByRole('menuitem', { name: '1 value pinned: unpin it' }).waitFor();
  const { violations } = await new AxeBuilder({ page }).include('[role="menu"]').analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  await page.getByRole('menuitem', { name: '1 value pinned: unpin it' }).click();
  await nodeCard(page, 'Ask').getByText('out of date').waitFor();
  await run(page);
  await expect.poll(() => shownValue(nodeCard(page, 'Reply')).innerText()).toMatch(/It said: answer-/);
});

test('a value of a run is edited, and what hangs on it goes on from there', async () => {
  const path = await createFlow(tests.jacquard.url, flow());
  const page = await tests.open(path);
  await run(page);
  await shownValue(nodeCard(page, 'Ask')).click();
  const asked = model.prompts.length;
  await page.getByRole('button', { name: 'Edit and go on from here…' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Answer' }).fill('My own words');
  await dialog.getByText('Runs 1 of 2 nodes. 1 is pinned.').waitFor();
  await dialog.getByRole('button', { name: 'Go on from here' }).click();
  await shownValue(nodeCard(page, 'Reply')).getByText('It said: My own words').waitFor();
  await nodeCard(page, 'Ask').getByText('set by hand').waitFor();
  await untilRunEnds(page);
  expect(await ran(path)).toEqual(['frame']);
  expect(model.prompts).toHaveLength(asked);
  expect(await page.getByRole('banner').getByText('pinned').count()).toBe(0);
});
