import { expect, test } from 'vitest';
import { nodeCard, untilRunEnds, untilSaved } from './canvas-page.ts';
import { createExample, storedFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ withoutModel: true, environment: { JACQUARD_NETWORK: 'none' } }));

test('at the first start questions can be asked before the model is there: quotations need none', async () => {
  const page = await tests.open('/');
  await page.waitForURL('**/flows/ask-my-documents');
  await page.getByRole('alert').filter({ hasText: 'SmolLM2 135M' }).waitFor();
  const chat = page.getByRole('tabpanel', { name: 'Chat' });
  const offered = chat.getByRole('log').getByRole('button', { name: /\?$/ });
  await expect
    .poll(() => offered.evaluateAll((all) => all.map((one) => one.matches(':enabled'))))
    .toEqual([true, true, true]);
  expect(await chat.getByText(/not on this machine yet/).count()).toBe(0);
});

test('without the model and without a network the page says why and what to do, and the flow can be changed', async () => {
  const page = await tests.open(await createExample(tests.jacquard.url, 'summarise-a-file'));
  const summary = nodeCard(page, 'Summarise');
  await summary.waitFor();
  const reason = /SmolLM2 135M.*not allowed by JACQUARD_NETWORK.*JACQUARD_MODEL_MIRROR/;
  await page.getByRole('alert').filter({ hasText: reason }).waitFor();
  await page
    .getByRole('tabpanel', { name: 'Chat' })
    .getByText(/SmolLM2 135M is not on this machine yet/)
    .waitFor();

  await summary.getByRole('textbox', { name: 'Instructions' }).fill('Be brief.');
  await untilSaved(page);
  const path = new URL(page.url()).pathname;
  expect((await storedFlow(tests.jacquard.url, path)).nodes['summary']?.inputs?.['system']).toBe('Be brief.');

  await page
    .getByRole('tabpanel', { name: 'Chat' })
    .getByRole('button', { name: /^Inputs/ })
    .waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  await summary
    .getByRole('alert')
    .getByText(/SmolLM2 135M/)
    .first()
    .waitFor();
  await untilRunEnds(page);

  await page.getByRole('navigation').getByRole('link', { name: 'Models' }).click();
  const model = page.getByRole('listitem', { name: 'SmolLM2 135M' });
  await model.getByText('could not be fetched').waitFor();
  await model.getByRole('button', { name: 'Try again · SmolLM2 135M' }).click();
  await model
    .getByRole('alert')
    .filter({ hasText: /JACQUARD_NETWORK/ })
    .waitFor();
});
