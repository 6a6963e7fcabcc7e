import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { emptyPlace, middleOf, nodeCard, untilSaved } from './canvas-page.ts';
import { createExample, createFlow, storedFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';
import { storyFlow } from './story-flow.ts';

const tests = setUpJacquard();

test('nodes are copied, pasted, duplicated, renamed, disabled and deleted, and all of it comes back', async () => {
  const { page, ids, path } = await openStory();
  const before = await storedFlow(tests.jacquard.url, path);
  await pick(page, 'Prompt');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect
    .poll(ids)
    .toEqual(['prompt', 'model', 'chat', 'reply', expect.stringMatching(/^(?:prompt|template)-?\d*$/)]);
  await pick(page, 'Ask');
  await page.keyboard.press('Control+d');
  await expect.poll(async () => (await ids()).length).toBe(6);
  const copy = (await storedFlow(tests.jacquard.url, path)).nodes[(await ids()).at(-1) ?? ''];
  expect(copy).toEqual(before.nodes['chat']);

  await pick(page, 'Reply');
  await page.keyboard.press('Delete');
  await expect.poll(ids).not.toContain('reply');
  const menu = nodeCard(page, 'Chat model').getByRole('button', { name: 'What can be done with this node' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Rename' }).fill('Small model');
  await page.keyboard.press('Enter');
  await nodeCard(page, 'Small model').getByRole('button', { name: 'What can be done with this node' }).click();
  await page.getByRole('menuitem', { name: 'Disable' }).click();
  await untilSaved(page);
  expect((await storedFlow(tests.jacquard.url, path)).nodes['model']).toMatchObject({
    title: 'Small model',
    disabled: true,
  });

  const undo = page.getByRole('button', { name: 'Undo' });
  while (await undo.isEnabled()) await undo.click();
  await untilSaved(page);
  expect(await storedFlow(tests.jacquard.url, path)).toEqual(before);
});

test('a node is moved by the mouse, notes are written, and neither touches the logic', async () => {
  const { page, path } = await openStory();
  const before = await storedFlow(tests.jacquard.url, path);
  const title = nodeCard(page, 'Reply').getByText('Reply');
  const from = await middleOf(title);
  const to = await emptyPlace(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x - 30, to.y - 30, { steps: 8 });
  await page.mouse.up();
  await page.mouse.click(...((at) => [at.x, at.y] as const)(await emptyPlace(page)), { button: 'right' });
  await page.getByRole('menuitem', { name: 'Add a note' }).click();
  await page.getByRole('textbox', { name: 'Text of the note' }).fill('**Mind** the river.');
  await page.getByRole('textbox', { name: 'Text of the note' }).blur();
  await page.getByRole('note').getByText('Mind', { exact: true }).waitFor();
  await untilSaved(page);
  const after = await storedFlow(tests.jacquard.url, path);
  expect(after.nodes).toEqual(before.nodes);
  expect(after.layout?.nodes?.['reply']).not.toEqual(before.layout?.nodes?.['reply']);
  expect(Object.values(after.layout?.notes ?? {})).toMatchObject([{ text: '**Mind** the river.' }]);
});

test('a node is added inside a loop by typing its name', async () => {
  const path = await createExample(tests.jacquard.url, 'for-each-row');
  const page = await tests.open(path);
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'A node inside' }).click();
  await page.getByRole('combobox', { name: 'Search nodes' }).waitFor();
  await expect
    .poll(() =>
      page.getByRole('combobox', { name: 'Search nodes' }).evaluate((field) => field === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.type('Split a text');
  await page.keyboard.press('Enter');
  await nodeCard(page, 'Split a text').waitFor();
  await untilSaved(page);
  const { nodes } = await storedFlow(tests.jacquard.url, path);
  const loop = Object.values(nodes).find(({ type }) => type === 'control.for-each');
  expect(Object.values(loop?.nodes ?? {}).map(({ type }) => type)).toContain('data.split');
});

async function openStory() {
  const { url } = tests.jacquard;
  const path = await createFlow(url, storyFlow);
  const page = await tests.open(path);
  await nodeCard(page, 'Reply').waitFor();
  const ids = async (): Promise<readonly string[]> => Object.keys((await storedFlow(url, path)).nodes);
  return { page, path, ids };
}

async function pick(page: Page, title: string): Promise<void> {
  await nodeCard(page, title).first().getByText(title, { exact: true }).first().click();
}
