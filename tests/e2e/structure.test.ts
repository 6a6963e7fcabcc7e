import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { holdWire, middleOf, nodeCard, untilRunEnds, untilSaved } from './canvas-page.ts';
import { createFlow, storedFlow, storedFlows } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';
import { structureFlow } from './structure-flow.ts';

const tests = setUpJacquard(() => ({ withoutModel: true, environment: { JACQUARD_NETWORK: 'none' } }));

test('nodes are grouped, the group is named, moved, folded to a box and opened, and none of it touches the logic', async () => {
  const { page, path } = await openWords();
  const before = await storedFlow(tests.jacquard.url, path);
  await selectNodes(page, 'Cut', 'For each word');
  await page.keyboard.press('Control+g');
  await page.getByRole('textbox', { name: 'Title of the group' }).fill('Write twice');
  await page.keyboard.press('Enter');
  const group = page.getByRole('group', { name: 'Group Write twice, nodes: 2' });
  await group.waitFor();

  const from = await middleOf(group.getByRole('button', { name: 'Select what is in “Write twice”' }));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 60, { steps: 6 });
  await page.mouse.up();
  await untilSaved(page);
  const moved = await storedFlow(tests.jacquard.url, path);
  const shift = (id: string): number => (moved.layout?.nodes?.[id]?.y ?? 0) - (before.layout?.nodes?.[id]?.y ?? 0);
  expect(shift('split')).toBeGreaterThan(20);
  expect(shift('each')).toBe(shift('split'));
  expect(shift('join')).toBe(0);
  await page.keyboard.press('Control+z');
  await untilSaved(page);
  expect((await storedFlow(tests.jacquard.url, path)).layout?.nodes).toEqual(before.layout?.nodes);

  await page.getByRole('button', { name: 'Collapse the group Write twice' }).click();
  await nodeCard(page, 'Cut').waitFor({ state: 'detached' });
  await group.getByText('2 nodes', { exact: true }).waitFor();
  await group.getByLabel(/^Cut · Text, input, /).waitFor();
  await group.getByLabel(/^For each word · all, output, /).waitFor();
  await runFlow(page);
  await group.getByText('done', { exact: true }).waitFor();
  expect((await storedFlow(tests.jacquard.url, path)).nodes).toEqual(before.nodes);

  await page.getByRole('button', { name: 'Expand the group Write twice' }).click();
  await nodeCard(page, 'Cut').waitFor();
  await nodeCard(page, 'Cut').getByTitle('Cut', { exact: true }).click();
  await page.keyboard.press('Control+Shift+G');
  await group.waitFor({ state: 'detached' });
});

test('a selection becomes a sub-flow, which is entered, run, saved as a flow, opened and taken apart again', async () => {
  const { page, path } = await openWords();
  const before = await storedFlow(tests.jacquard.url, path);
  await selectNodes(page, 'Text');
  await page.keyboard.press('Control+Alt+g');
  await page.getByText(/Inputs and outputs of the flow stay outside/).waitFor();

  await selectNodes(page, 'Cut', 'For each word', 'Together');
  await page.keyboard.press('Control+Alt+g');
  await nodeCard(page, 'Sub-flow').waitFor();
  await page.keyboard.press('Shift+Enter');
  const way = page.getByRole('navigation', { name: 'Where you are' });
  await way.getByText('Sub-flow', { exact: true }).waitFor();
  await nodeCard(page, 'Text').waitFor({ state: 'detached' });
  await page
    .getByRole('group', { name: 'Inside Sub-flow' })
    .getByLabel(/^Text · Text, output, /)
    .waitFor();
  await runFlow(page);
  await nodeCard(page, 'Together').getByText('one-one two-two three-three four-four').first().waitFor();
  await way.getByRole('button', { name: 'Words' }).click();
  await way.waitFor({ state: 'detached' });

  await chooseFor(page, 'Sub-flow', 'Save as a flow of its own');
  await page.getByText('“Sub-flow” is among your flows now, and this node runs it.').waitFor();
  expect([...(await storedFlows(tests.jacquard.url)).values()]).toContain('Sub-flow');
  await chooseFor(page, 'Sub-flow', 'Open');
  await page.waitForURL('**/flows/sub-flow');
  await nodeCard(page, 'Cut').waitFor();
  await way.getByRole('button', { name: 'Words' }).click();
  await nodeCard(page, 'Sub-flow').waitFor();
  await runFlow(page);
  await page.getByRole('tabpanel', { name: 'Chat' }).getByText('one-one two-two three-three four-four').waitFor();

  await chooseFor(page, 'Sub-flow', 'Open here');
  await nodeCard(page, 'Cut').waitFor();
  await chooseFor(page, 'Sub-flow', 'Dissolve');
  await nodeCard(page, 'Sub-flow').waitFor({ state: 'detached' });
  await untilSaved(page);
  expect((await storedFlow(tests.jacquard.url, path)).nodes).toEqual(before.nodes);
});

test('the turns of a loop are gone through: what stands inside shows the values of the chosen one', async () => {
  const { page } = await openWords();
  await runFlow(page);
  const turn = page.getByRole('slider', { name: 'Turn that is shown' });
  await expect.poll(() => turn.getAttribute('aria-valuetext')).toBe('Turn 4 of 4');
  await nodeCard(page, 'Twice').getByText('four-four').first().waitFor();
  await turn.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await turn.getAttribute('aria-valuetext')).toBe('Turn 2 of 4');
  await nodeCard(page, 'Twice').getByText('two-two').first().waitFor();
  await page.getByRole('button', { name: 'Last', exact: true }).click();
  await nodeCard(page, 'Twice').getByText('four-four').first().waitFor();

  const loop = nodeCard(page, 'For each word');
  await loop.getByRole('button', { name: 'Collapse', exact: true }).click();
  await nodeCard(page, 'Twice').waitFor({ state: 'detached' });
  await loop.getByText('1 node', { exact: true }).waitFor();
});

test('nodes are dragged into a loop and out of it, by the menu too; what can’t be linked any more is said, one undo brings it back', async () => {
  const { page, path } = await openWords();
  const stored = async () => storedFlow(tests.jacquard.url, path);
  const before = await stored();
  const loop = nodeCard(page, 'For each word');
  const inside = { ...(await middleOf(loop)), y: (await loop.boundingBox())?.y ?? 0 };
  await holdNode(page, 'Together', { x: inside.x, y: inside.y + 120 });
  await expect.poll(() => loop.getAttribute('data-held')).toBe('fits');
  await page.mouse.up();
  await page.getByText('One wire found no place: to “Result”. Undo brings it back.').waitFor();
  await untilSaved(page);
  const { each } = (await stored()).nodes;
  expect(each?.nodes?.['join']?.inputs?.['texts']).toEqual({ from: 'twice.text' });
  await page.keyboard.press('Control+z');
  await untilSaved(page);
  expect(await stored()).toEqual(before);

  await holdNode(page, 'Text', { x: inside.x, y: inside.y + 120 });
  await expect.poll(() => loop.getAttribute('data-held')).toBe('refused');
  await page.getByText('Inputs and outputs of the flow stay outside of loops and sub-flows.').waitFor();
  await page.mouse.up();
  await page.keyboard.press('Control+z');

  const edge = await loop.boundingBox();
  const outside = { x: edge?.x ?? 0, y: (edge?.y ?? 0) + (edge?.height ?? 0) + 40 };
  await holdNode(page, 'Twice', outside);
  await expect.poll(() => loop.getAttribute('data-held')).toBe('leaves');
  const held = await name(page, 'Twice').boundingBox();
  await page.mouse.up();
  await loop.getByText('There are no nodes inside yet. Drag nodes into it.').waitFor();
  await untilSaved(page);
  const left = await stored();
  expect(left.nodes['twice']?.inputs).toEqual({ template: '{{word}}-{{word}}' });
  expect(left.nodes['join']?.inputs?.['texts']).toEqual({ from: 'twice.text' });
  const dropped = await name(page, 'Twice').boundingBox();
  expect(Math.hypot((dropped?.x ?? 0) - (held?.x ?? 0), (dropped?.y ?? 0) - (held?.y ?? 0))).toBeLessThan(2);

  await chooseFor(page, 'Twice', 'Move into “For each word”');
  await page.getByText('“Twice” is in “For each word” now').waitFor();
  await chooseFor(page, 'Twice', 'Move out of “For each word”');
  await loop.getByText('There are no nodes inside yet.', { exact: false }).waitFor();
});

/** Drags a node by its title to a place, without letting go. */
async function holdNode(page: Page, title: string, to: { readonly x: number; readonly y: number }): Promise<void> {
  await middleOf(nodeCard(page, title));
  await holdWire(page, name(page, title), to);
}

async function openWords(): Promise<{ page: Page; path: string }> {
  const path = await createFlow(tests.jacquard.url, structureFlow);
  const page = await tests.open(path);
  await nodeCard(page, 'Result').waitFor();
  return { page, path };
}

/** Selects nodes by their names, one after the other. */
async function selectNodes(page: Page, ...titles: readonly string[]): Promise<void> {
  await page.keyboard.press('Escape');
  for (const title of titles) await name(page, title).click({ modifiers: ['Shift'] });
}

function name(page: Page, title: string): Locator {
  return nodeCard(page, title).getByTitle(title, { exact: true });
}

async function runFlow(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: /^Run/ }).first().click();
  await untilRunEnds(page);
}

/** By the menu that the other button of the mouse opens. */
async function chooseFor(page: Page, title: string, item: string): Promise<void> {
  await name(page, title).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}
