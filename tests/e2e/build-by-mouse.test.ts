import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  addNode,
  drawWire,
  emptyPlace,
  nodeCard,
  offer,
  port,
  shownValue,
  untilRunEnds,
  untilSaved,
} from './canvas-page.ts';
import { storedFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

test('from an empty canvas to an answer by mouse, and all of it undone and done again', async () => {
  const page = await tests.open('/flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('heading', { name: 'An empty canvas' }).waitFor();
  const path = new URL(page.url()).pathname;
  const document = () => storedFlow(tests.jacquard.url, path);
  const empty = await document();

  await addByMouse(page);
  await wireByMouse(page);
  await nodeCard(page, 'Prompt template')
    .getByRole('textbox', { name: 'Template' })
    .pressSequentially('Write one sentence about looms.');
  await untilSaved(page);
  const built = await document();
  expect(Object.values(built.nodes).map(({ type, inputs }) => ({ type, inputs }))).toEqual([
    { type: 'prompts.template', inputs: { template: 'Write one sentence about looms.' } },
    { type: 'models.chat-model' },
    {
      type: 'models.chat',
      inputs: { prompt: { from: 'template.text' }, model: { from: 'chat-model.model' } },
    },
    { type: 'io.chat-output', inputs: { text: { from: 'chat.answer' } } },
  ]);

  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  await shownValue(nodeCard(page, 'Chat output')).waitFor({ timeout: 60_000 });
  await untilRunEnds(page);

  await undoAll(page);
  await page.getByRole('heading', { name: 'An empty canvas' }).waitFor();
  await untilSaved(page);
  expect(await document()).toEqual(empty);
  await redoAll(page);
  await untilSaved(page);
  expect(await document()).toEqual(built);
});

/** Two nodes by a click in the list, two dragged from it. */
async function addByMouse(page: Page): Promise<void> {
  for (const name of ['Prompt template', 'Chat model']) {
    await addNode(page, name);
    await clickEmptyPlace(page);
  }
  for (const name of ['Chat', 'Chat output']) {
    await page.getByRole('button', { name: 'Add a node /' }).click();
    await page.getByRole('combobox', { name: 'Search nodes' }).fill(name);
    const at = await emptyPlace(page);
    const from = await offer(page, name).boundingBox();
    await page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + 12);
    await page.mouse.down();
    await page.mouse.move(at.x - 20, at.y, { steps: 8 });
    await page.mouse.move(at.x, at.y, { steps: 3 });
    await page.mouse.up();
    await nodeCard(page, name).waitFor();
    await clickEmptyPlace(page);
  }
  const tidy = page.getByRole('button', { name: 'Tidy up' });
  await tidy.click();
  await expect.poll(() => tidy.isEnabled()).toBe(true);
}

async function wireByMouse(page: Page): Promise<void> {
  const [template, model, chat, output] = ['Prompt template', 'Chat model', 'Chat', 'Chat output'].map((title) =>
    nodeCard(page, title),
  ) as [Locator, Locator, Locator, Locator]; // boundary: as many as there are titles
  await drawWire(page, port(template, 'Text', 'output'), port(chat, 'Prompt', 'input'));
  await drawWire(page, port(model, 'Model', 'output'), port(chat, 'Model', 'input'));
  await drawWire(page, port(chat, 'Answer', 'output'), port(output, 'Text', 'input'));
  for (const [from, to] of [
    ['Prompt template', 'Chat'],
    ['Chat model', 'Chat'],
    ['Chat', 'Chat output'],
  ]) {
    await page.getByRole('group', { name: new RegExp(`^Wire from ${from} to ${to}, `) }).waitFor({ state: 'attached' });
  }
}

/** By the button and by the keys in turn, until there is nothing more to undo. */
async function undoAll(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: 'Undo' });
  await clickEmptyPlace(page);
  for (let step = 0; await undo.isEnabled(); step += 1) {
    expect(step).toBeLessThan(40);
    if (step % 2 === 0) await undo.click();
    else await page.keyboard.press('Control+z');
  }
}

async function redoAll(page: Page): Promise<void> {
  const redo = page.getByRole('button', { name: 'Redo' });
  for (let step = 0; await redo.isEnabled(); step += 1) {
    expect(step).toBeLessThan(40);
    if (step % 2 === 0) await redo.click();
    else await page.keyboard.press('Control+Shift+z');
  }
}

async function clickEmptyPlace(page: Page): Promise<void> {
  const { x, y } = await emptyPlace(page);
  await page.mouse.click(x, y);
}
