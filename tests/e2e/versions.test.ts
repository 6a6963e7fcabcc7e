import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodeCard, untilSaved } from './canvas-page.ts';
import { fieldText } from './field-text.ts';
import { createFlow, storedFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';
import { storyFlow } from './story-flow.ts';

const tests = setUpJacquard();
const template = (page: Page) => nodeCard(page, 'Prompt').getByRole('textbox', { name: 'Template' });
const instructions = (page: Page) => nodeCard(page, 'Ask').getByRole('textbox', { name: 'Instructions' });
const flowName = (page: Page) => page.getByRole('textbox', { name: 'Name of the flow' });

/** Puts a node elsewhere, by the keyboard. */
async function moveByKey(page: Page, title: string, key: string): Promise<void> {
  await nodeCard(page, title).getByText(title, { exact: true }).click();
  await page.keyboard.press(key);
}

/** Two tabs with one flow. The second one's saves wait until `release`. */
async function openTwoTabs() {
  const path = await createFlow(tests.jacquard.url, storyFlow);
  const first = await tests.open(path, { tolerated: /412/ });
  const second = await tests.openBeside(first, path);
  for (const page of [first, second]) await template(page).waitFor();
  const { promise: gate, resolve: release } = Promise.withResolvers<void>();
  await second.route(`**/api/v1${path}`, async (route) => {
    if (route.request().method() === 'PUT') await gate;
    await route.continue();
  });
  const held = second.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith(path));
  return { first, second, release, held, stored: () => storedFlow(tests.jacquard.url, path) };
}

test('what two tabs changed at different places is merged without a question, and undo keeps to its own', async () => {
  const { first, second, release, held, stored } = await openTwoTabs();
  await template(second).fill('Mine.');
  await held;
  await moveByKey(second, 'Reply', 'ArrowLeft');
  await instructions(first).fill('Theirs.');
  await moveByKey(first, 'Reply', 'ArrowDown');
  await untilSaved(first);
  const place = (await stored()).layout?.nodes?.['reply'];
  release();
  await second.getByText('Merged with what was changed elsewhere: Ask, 1 position taken from elsewhere.').waitFor();
  expect(await second.getByRole('dialog').count()).toBe(0);
  for (const page of [first, second]) {
    await expect.poll(() => fieldText(template(page))).toBe('Mine.');
    await expect.poll(() => fieldText(instructions(page))).toBe('Theirs.');
  }
  const { nodes } = await stored();
  expect([nodes['prompt']?.inputs?.['template'], nodes['chat']?.inputs?.['system']]).toEqual(['Mine.', 'Theirs.']);
  await untilSaved(second);
  expect((await stored()).layout?.nodes?.['reply']).toEqual(place);

  const undo = second.getByRole('button', { name: 'Undo' });
  while (await undo.isEnabled()) await undo.click();
  await untilSaved(second);
  await expect.poll(() => fieldText(template(first))).toBe(storyFlow.nodes.prompt.inputs.template);
  expect((await stored()).nodes['chat']?.inputs?.['system']).toBe('Theirs.');
});

test('what two tabs changed at the same place is shown node by node, chosen by the keyboard, and nothing is lost', async () => {
  const { first, second, release, held, stored } = await openTwoTabs();
  await template(second).fill('Tell a story of mine.');
  await held;
  await flowName(second).fill('My story');
  await instructions(second).fill('Be brief.');
  await template(first).fill('Tell a story of theirs.');
  await flowName(first).fill('Their story');
  await untilSaved(first);
  release();

  const dialog = second.getByRole('dialog', { name: 'This flow was also changed elsewhere' });
  const prompt = dialog.getByRole('region', { name: 'Prompt' }).getByRole('group', { name: 'Template' });
  await prompt.getByText('Tell a story of theirs.').waitFor();
  expect(await prompt.getByRole('radio', { name: 'Mine' }).isChecked()).toBe(true);
  expect(await dialog.getByRole('region').count()).toBe(2);
  await prompt.getByRole('radio', { name: 'Mine' }).focus();
  await second.keyboard.press('ArrowRight');
  expect(await prompt.getByRole('radio', { name: 'Theirs' }).isChecked()).toBe(true);
  await dialog.getByRole('button', { name: 'Merge and save' }).focus();
  await second.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });

  for (const page of [first, second]) {
    await expect.poll(() => fieldText(template(page))).toBe('Tell a story of theirs.');
    await expect.poll(() => fieldText(flowName(page))).toBe('My story');
    await expect.poll(() => fieldText(instructions(page))).toBe('Be brief.');
  }
  await untilSaved(second);
  expect((await stored()).name).toBe('My story');
  await second.getByRole('button', { name: 'Versions of this flow' }).click();
  const kept = second.getByRole('button', { name: /^Look at version \d+: Before changes were merged/ });
  await expect.poll(() => kept.count()).toBe(2);
  await kept.first().click();
  await second.getByRole('button', { name: 'Prompt changed' }).waitFor();
});

test('a save whose answer is lost is no conflict with itself, and what follows is saved once', async () => {
  const path = await createFlow(tests.jacquard.url, storyFlow);
  const page = await tests.open(path, { tolerated: /412|ERR_FAILED/ });
  await template(page).waitFor();
  const { promise: gate, resolve: release } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  let isLost = false;
  await page.route(`**/api/v1${path}`, async (route) => {
    if (route.request().method() !== 'PUT' || isLost) return route.continue();
    isLost = true;
    await route.fetch();
    arrive();
    await gate;
    return route.abort();
  });
  await page.getByRole('button', { name: 'Add a node /' }).click();
  await page.getByRole('combobox', { name: 'Search nodes' }).fill('Join texts');
  await page.keyboard.press('Enter');
  await nodeCard(page, 'Join texts').waitFor();
  await arrived;
  await nodeCard(page, 'Join texts').getByRole('textbox', { name: 'Between them' }).fill('and');
  await template(page).fill('Written while no answer came.');
  release();
  await untilSaved(page);
  const { nodes } = await storedFlow(tests.jacquard.url, path);
  expect(nodes['prompt']?.inputs?.['template']).toBe('Written while no answer came.');
  expect(Object.values(nodes).filter(({ type }) => type === 'data.join')).toHaveLength(1);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a version is saved, what changed since is seen in words and on the canvas, and it is restored and undone', async () => {
  const path = await createFlow(tests.jacquard.url, storyFlow);
  const page = await tests.open(path);
  await page.getByRole('button', { name: 'Versions of this flow' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Versions' });
  await panel.getByRole('button', { name: 'Save a version' }).click();
  await panel.getByRole('textbox', { name: 'Name' }).fill('A long story');
  await page.keyboard.press('Enter');
  const look = panel.getByRole('button', { name: 'Look at version 1: A long story' });
  await look.waitFor();

  await template(page).fill(storyFlow.nodes.prompt.inputs.template.replace('long', 'short'));
  await nodeCard(page, 'Reply').getByText('Reply', { exact: true }).first().click();
  await page.keyboard.press('Delete');
  await untilSaved(page);
  const changed = await storedFlow(tests.jacquard.url, path);
  await page.getByRole('button', { name: 'Versions of this flow' }).click();
  await look.click();
  const changes = panel.getByRole('region', { name: 'Changes since version 1' });
  await changes.getByRole('deletion').getByText('long', { exact: true }).waitFor();
  await changes.getByRole('insertion').getByText('short', { exact: true }).waitFor();
  await changes.getByRole('button', { name: 'Reply removed' }).click();
  await nodeCard(page, 'Reply').getByText('removed', { exact: true }).waitFor();
  await nodeCard(page, 'Prompt').getByText('changed', { exact: true }).waitFor();
  await page.getByText(/^The canvas shows what changed since version 1/).waitFor();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Back to the flow' }).click();
  await nodeCard(page, 'Reply').waitFor({ state: 'detached' });
  expect(await storedFlow(tests.jacquard.url, path)).toEqual(changed);

  await look.click();
  await panel.getByRole('button', { name: 'Restore' }).click();
  await nodeCard(page, 'Reply').waitFor();
  await expect.poll(() => fieldText(template(page))).toBe(storyFlow.nodes.prompt.inputs.template);
  await untilSaved(page);
  expect((await storedFlow(tests.jacquard.url, path)).nodes['reply']).toEqual(storyFlow.nodes.reply);
  await panel.getByRole('button', { name: /^Look at version \d+: Before a version was restored/ }).waitFor();

  await page.getByRole('button', { name: 'Undo: restore a version' }).click();
  await nodeCard(page, 'Reply').waitFor({ state: 'detached' });
  await untilSaved(page);
  expect(await storedFlow(tests.jacquard.url, path)).toEqual(changed);
});
