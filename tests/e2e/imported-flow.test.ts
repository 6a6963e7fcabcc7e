import { expect, test } from 'vitest';
import { nodeCard, shownValue, untilRunEnds } from './canvas-page.ts';
import { lastRunEvents } from './flow-api.ts';
import { importFile } from './import-file.ts';
import { setUpJacquard } from './set-up-jacquard.ts';
import { storyFlow } from './story-flow.ts';

const tests = setUpJacquard();

test('a flow that came from elsewhere says what it would use before it first runs, and asks but once', async () => {
  const page = await tests.open('/flows');
  await importFile(page, 'story.flow.json', JSON.stringify(storyFlow));
  await page.waitForURL('**/flows/a-story');
  const run = page.getByRole('banner').getByRole('button', { name: 'Run', exact: true });
  await run.click();
  const dialog = page.getByRole('dialog', { name: 'Before this flow runs' });
  await dialog.getByText('the model SmolLM2 135M').waitFor();
  await dialog.getByRole('button', { name: 'Don’t run' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await lastRunEvents(tests.jacquard.url, '/flows/a-story')).toEqual([]);

  await run.click();
  await dialog.getByRole('button', { name: 'Allow and run' }).click();
  await shownValue(nodeCard(page, 'Ask')).waitFor({ timeout: 30_000 });
  await page.getByRole('banner').getByRole('button', { name: /^Stop/ }).click();
  await untilRunEnds(page);
  await run.click();
  await page.getByRole('banner').getByRole('button', { name: /^Stop/ }).click();
  await untilRunEnds(page);
  await expect.poll(() => dialog.count()).toBe(0);
});
