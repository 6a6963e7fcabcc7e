import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { english } from '../../apps/web/src/i18n/en/index.ts';
import { french } from '../../apps/web/src/i18n/fr/index.ts';
import { nodeCard } from './canvas-page.ts';
import { createExample } from './flow-api.ts';
import { layoutFaults } from './layout-faults.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();
const languages = { en: english, fr: french };

const windows = [
  { width: 1440, height: 900, language: 'en' },
  { width: 1280, height: 720, language: 'en' },
  { width: 1280, height: 720, language: 'fr' },
] as const;

test.for(windows)('everything has its place at $width × $height, $language', async ({ language, ...viewport }) => {
  const path = await createExample(tests.jacquard.url, 'summarise-a-file', language);
  const page = await tests.open(path, { viewport, locale: language === 'fr' ? 'fr-FR' : 'en-GB' });
  const found: Record<string, readonly string[]> = {};
  await forEachView(page, languages[language], async (view) => {
    const faults = await layoutFaults(page);
    if (faults.length > 0) found[view] = faults;
  });
  expect(found).toEqual({});
});

test.for(windows)('so has what a run leaves, at $width × $height, $language', async ({ language, ...viewport }) => {
  const texts = languages[language];
  const path = await createExample(tests.jacquard.url, 'hello-model', language);
  const page = await tests.open(path, { viewport, locale: language === 'fr' ? 'fr-FR' : 'en-GB' });
  await page.getByRole('log').getByRole('button').click();
  const again = page.getByRole('banner').getByRole('button', { name: texts['shell.run-again'] });
  await again.waitFor({ timeout: 30_000 });
  const found: Record<string, readonly string[]> = { chat: await layoutFaults(page) };
  const title = language === 'fr' ? 'Interroger le modèle' : 'Ask the model';
  await nodeCard(page, title).getByText(title).click();
  for (const key of ['shell.node', 'shell.runs', 'shell.values'] as const) {
    await page.getByRole('tab', { name: new RegExp(`^${texts[key]}`) }).click();
    found[texts[key]] = await layoutFaults(page);
  }
  expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([]);
});

async function forEachView(page: Page, texts: typeof english | typeof french, look: (view: string) => Promise<void>) {
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('log').getByRole('button').waitFor();
  await look('chat');
  await tab(texts['shell.notes']);
  await look('notes');
  await page
    .getByRole('group')
    .filter({ has: page.getByRole('combobox') })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('menuitem').first().waitFor();
  await look('node menu');
  await page.keyboard.press('Escape');
  await tab(texts['shell.node']);
  for (const key of ['shell.problems', 'shell.runs', 'shell.values', 'shell.timeline'] as const) {
    await tab(texts[key]);
    await look(texts[key]);
  }
  await page.getByRole('button', { name: `${texts['canvas.add']} /` }).click();
  await page.getByRole('option').first().waitFor();
  await look('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: texts['shell.settings'] }).click();
  await page.getByRole('menuitem').first().waitFor();
  await look('settings');
  await page.keyboard.press('Escape');
  for (const key of ['shell.flows', 'shell.models'] as const) {
    await page.getByRole('navigation').getByRole('link', { name: texts[key] }).click();
    await page.getByRole('heading', { level: 1, name: texts[key] }).waitFor();
    await page.getByRole('main').getByRole('listitem').first().waitFor();
    await look(texts[key]);
  }
}
