import { expect, test } from 'vitest';
import { storedFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

test('what was changed last is saved also when the page is left at once', async () => {
  const page = await tests.open('/flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('heading', { name: 'An empty canvas' }).waitFor();
  const path = new URL(page.url()).pathname;
  await page.getByLabel('Name of the flow').fill('Left in a hurry');
  await page.getByRole('banner').getByRole('link', { name: 'My flows' }).click();
  await page.getByRole('heading', { name: 'Left in a hurry' }).or(page.getByText('Left in a hurry')).first().waitFor();
  expect((await storedFlow(tests.jacquard.url, path)).name).toBe('Left in a hurry');
});
