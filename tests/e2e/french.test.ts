import { nodeTypesSchema } from '@jacquard/protocol';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { english } from '../../apps/web/src/i18n/en/index.ts';
import { french } from '../../apps/web/src/i18n/fr/index.ts';
import { laterFrench } from '../../apps/web/src/i18n/fr/later.ts';
import { answers, sourceButton, sources, untilAnswered } from './chat-page.ts';
import { faintTexts, textsOf } from './page-checks.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

test('to a French reader the whole page speaks French, and French documents answer', async () => {
  const isEnglish = await englishTexts(tests.jacquard.url);
  const page = await tests.open('/', { locale: 'fr-FR' });
  await page.waitForURL('**/flows/interroger-mes-documents');
  const answer = await askOffered(page);
  await sources(answer)
    .first()
    .getByText(/^reglement\.pdf, page \d/)
    .waitFor();
  await answer.getByText(/^Le modèle relié n’écrit pas cette langue\s: les citations restent seules\./).waitFor();
  expect(await answer.getByRole('region').count()).toBe(0);
  await forEachView(page, async (view) => {
    expect({ view, texts: (await textsOf(page)).filter(isEnglish) }).toEqual({ view, texts: [] });
  });
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
}, 300_000);

test('where a model lacks the language, the way leads to those that have it', async () => {
  const page = await tests.open('/', { locale: 'fr-FR' });
  const answer = await askOffered(page);
  await answer.getByRole('button', { name: 'Des modèles qui la connaissent' }).click();
  await page.getByRole('heading', { level: 1, name: 'Modèles' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/models');
});

test.for(['dark', 'light'] as const)('every label can be read: %s', async (colorScheme) => {
  const page = await tests.open('/', { locale: 'fr-FR', colorScheme });
  await askOffered(page);
  await forEachView(page, async (view) => {
    expect({ view, texts: await faintTexts(page) }).toEqual({ view, texts: [] });
  });
});

/** Clicks the first question that the example offers, in a conversation of its own, and gives its answer. */
async function askOffered(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Nouvelle conversation' }).click();
  await page
    .getByRole('log')
    .getByRole('button', { name: /^Combien de documents puis-je emprunter/ })
    .click();
  const answer = answers(page).first();
  await untilAnswered(answer);
  return answer;
}

/** Shows one view of the page after the other; a question has been asked. */
async function forEachView(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  await look('chat');
  await sourceButton(answers(page).first(), 1).click();
  const reader = page.getByRole('region', { name: 'Document reglement.pdf' });
  await reader.locator('mark').first().waitFor();
  await look('reader');
  await reader.getByRole('button', { name: 'Fermer le document' }).click();
  await page.getByRole('group', { name: 'Recherche', exact: true }).getByText('Recherche', { exact: true }).click();
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
  for (const name of ['Mes flux', 'Modèles', 'Bases documentaires']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('main').getByRole('listitem').first().waitFor();
    await look(name);
  }
  await page.getByRole('main').getByRole('link', { name: 'Règlement de la bibliothèque' }).click();
  await page.getByRole('row').first().waitFor();
  await page.getByText('Réglages', { exact: true }).click();
  await look('a knowledge base');
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
  const own = new Set<string>([...Object.values(french), ...Object.values(laterFrench)]);
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
  const isForeign = (text: string): boolean =>
    ofLibraries.test(text) || words.en.has(text) || patterns.some((pattern) => pattern.test(text));
  // French titles name the term of the papers in parentheses: « Arbre de pensées (tree of thoughts) ».
  return (text) =>
    text !== 'English' && !own.has(text) && !words.fr.has(text) && isForeign(text.replaceAll(/ \([^()]*\)/g, ''));
}
