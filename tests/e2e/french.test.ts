import { nodeTypesSchema } from '@jacquard/protocol';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { english } from '../../apps/web/src/i18n/en/index.ts';
import { french } from '../../apps/web/src/i18n/fr/index.ts';
import { faintTexts, textsOf } from './page-checks.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

test('to a French reader the whole page speaks French', async () => {
  const isEnglish = await englishTexts(tests.jacquard.url);
  const page = await tests.open('/', { locale: 'fr-FR' });
  await forEachView(page, async (view) => {
    expect({ view, texts: (await textsOf(page)).filter(isEnglish) }).toEqual({ view, texts: [] });
  });
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
});

test.for(['dark', 'light'] as const)('every label can be read: %s', async (colorScheme) => {
  const page = await tests.open('/', { locale: 'fr-FR', colorScheme });
  await forEachView(page, async (view) => {
    expect({ view, texts: await faintTexts(page) }).toEqual({ view, texts: [] });
  });
});

/** Shows one view of the page after the other. */
async function forEachView(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  await page.getByRole('group', { name: 'Résumer', exact: true }).waitFor();
  await look('chat');
  await page.getByRole('group', { name: 'Résumer', exact: true }).getByText('Résumer').click();
  for (const name of ['Nœud', 'Notes', 'Problèmes', 'Exécutions', 'Valeurs']) {
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await look(name);
  }
  await page.getByRole('button', { name: 'Ajouter un nœud /' }).click();
  await page.getByRole('option').first().waitFor();
  await look('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Réglages' }).click();
  await page.getByRole('menuitem', { name: 'Français' }).waitFor();
  await look('settings');
  await page.keyboard.press('Escape');
  for (const name of ['Mes flux', 'Modèles']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('main').getByRole('listitem').first().waitFor();
    await look(name);
  }
}

/** What the canvas's and the controls' libraries say, unless they are told otherwise. */
const ofLibraries = /\b(?:the|of|from|and|press|with|close)\b/i;

/** Tells whether a text is one of the page's or of the node types' in English, and not one in French as well. */
async function englishTexts(url: string): Promise<(text: string) => boolean> {
  const answer = await fetch(`${url}/api/v1/node-types`);
  const { nodeTypes } = nodeTypesSchema.parse(await answer.json());
  const words = { en: new Set<string>(), fr: new Set<string>() };
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('en' in value && 'fr' in value) {
      words.en.add(String(value.en));
      words.fr.add(String(value.fr));
    } else Object.values(value).forEach(collect);
  };
  collect(nodeTypes);
  const own = new Set<string>(Object.values(french));
  const patterns = Object.values(english)
    .filter((text) => !own.has(text))
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\{\{\w+\}\}/)
            .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
            .join('.+')}$`,
        ),
    );
  return (text) =>
    text !== 'English' &&
    !own.has(text) &&
    (ofLibraries.test(text) ||
      (words.en.has(text) && !words.fr.has(text)) ||
      patterns.some((pattern) => pattern.test(text)));
}
