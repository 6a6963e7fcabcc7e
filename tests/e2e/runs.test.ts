import { expect, test } from 'vitest';
import { nodeCard, shownValue, untilRunEnds } from './canvas-page.ts';
import { createFlow, lastRunEvents } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';
import { storyFlow } from './story-flow.ts';

const tests = setUpJacquard();

test('a run is stopped, another goes as far as one node, and the first can be looked at again', async () => {
  const { url } = tests.jacquard;
  const path = await createFlow(url, storyFlow);
  const page = await tests.open(path);
  const header = page.getByRole('banner');
  await header.getByRole('button', { name: 'Run', exact: true }).click();
  await shownValue(nodeCard(page, 'Ask')).waitFor({ timeout: 30_000 });
  await header.getByRole('button', { name: /^Stop/ }).click();
  await untilRunEnds(page);
  await nodeCard(page, 'Ask').getByText('stopped').waitFor();
  await page
    .getByRole('alert')
    .getByText(/^Stopped\./)
    .waitFor();
  expect((await lastRunEvents(url, path)).at(-1)).toMatchObject({ type: 'run-end', status: 'cancelled' });

  await nodeCard(page, 'Prompt').getByRole('button', { name: 'What can be done with this node' }).click();
  await page.getByRole('menuitem', { name: 'Run to here' }).click();
  await nodeCard(page, 'Prompt').getByText('kept').waitFor();
  await untilRunEnds(page);
  expect((await lastRunEvents(url, path)).some((event) => 'node' in event && event.node === 'chat')).toBe(false);

  await page.getByRole('tab', { name: 'Runs' }).click();
  await page
    .getByRole('button', { name: /^What can be done with the run of/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name of the run' }).fill('First try');
  await page.keyboard.press('Enter');
  await page.getByRole('cell', { name: 'First try' }).waitFor();
  await page.getByPlaceholder('Search names, inputs and outputs').fill('first TRY');
  await expect.poll(() => page.getByRole('button', { name: /^Show the run of/ }).count()).toBe(1);

  await page
    .getByRole('button', { name: /^Show the run of/ })
    .last()
    .click();
  await page.getByText(/^First try · A run of .+: the canvas shows its values\./).waitFor();
  await nodeCard(page, 'Ask').getByText('stopped').waitFor();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect.poll(() => nodeCard(page, 'Ask').getByText('stopped').count()).toBe(0);
});
