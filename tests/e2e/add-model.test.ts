import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  madeChatModel,
  refuse,
  startHubServer,
  treePath,
  writeGguf,
  type HubServer,
} from '@jacquard/local-llm/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layoutFaults } from './layout-faults.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const patience = { timeout: 30_000 };
let hub: HubServer;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-hub-'));
  const made = async (packing: 'f16' | 'q4_0'): Promise<Buffer> => {
    await writeGguf(join(folder, packing), madeChatModel({ name: 'Tiny', packing }));
    return readFile(join(folder, packing));
  };
  const files = { 'tiny-Q4_0.gguf': await made('q4_0'), 'tiny-F16.gguf': await made('f16') };
  const absent = { [treePath('me/nothing')]: refuse(401, 'RepoNotFound') };
  hub = await startHubServer({ 'me/tiny-GGUF': files }, absent);
});
afterAll(() => hub.close());
const tests = setUpJacquard(() => ({ environment: { HF_ENDPOINT: hub.url } }));

test('somebody looks for a model in the catalog, adds another by its name after seeing what it is, and deletes it', async () => {
  const page = await tests.open('/models', { tolerated: /422/ });
  const search = page.getByRole('searchbox', { name: 'Search the models' });
  await search.fill('french mistral');
  await page.getByRole('listitem', { name: 'Mistral Nemo 12B' }).waitFor();
  expect(await page.getByRole('listitem', { name: 'SmolLM2 360M' }).count()).toBe(0);
  await search.fill('nothing of the kind');
  await page.getByText('None of these models matches').waitFor();
  await search.fill('');

  const source = page.getByRole('textbox', { name: 'Name or address of the model' });
  await source.fill('hf:me/nothing');
  await source.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'no repository me/nothing' }).waitFor(patience);
  await source.fill('hf:me/tiny-GGUF');
  await source.press('Enter');
  const preview = page.getByRole('group', { name: 'Tiny' });
  await preview.getByText('Fits well on this machine').waitFor(patience);
  await preview.getByText('2,048 tokens').waitFor();
  await preview.getByRole('combobox', { name: 'Size' }).click();
  await page.getByRole('option', { name: /^F16/ }).click();
  await preview.getByText('hf:me/tiny-GGUF/tiny-F16.gguf').waitFor(patience);
  expect(await layoutFaults(page)).toEqual([]);
  await preview.getByRole('button', { name: 'Fetch' }).click();

  const added = page.getByRole('listitem', { name: 'Tiny' });
  await added.getByText('on this machine').waitFor(patience);
  await added.getByRole('button', { name: /^Use as default/ }).waitFor();
  await added.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await added.waitFor({ state: 'detached' });
}, 120_000);
