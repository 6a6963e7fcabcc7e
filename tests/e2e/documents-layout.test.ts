import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { english } from '../../apps/web/src/i18n/en/index.ts';
import { french } from '../../apps/web/src/i18n/fr/index.ts';
import { cutPdf, helpersGuide, readingRoomRules } from '../fixtures/reading-room.ts';
import { answers, ask, sourceButton } from './chat-page.ts';
import { createFlow } from './flow-api.ts';
import { createBase } from './knowledge-api.ts';
import { layoutFaults } from './layout-faults.ts';
import { faintTexts } from './page-checks.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ withoutModel: true, environment: { JACQUARD_NETWORK: 'none' } }));
const languages = { en: english, fr: french };
type Texts = typeof english | typeof french;
const longName = 'rules-of-the-reading-room-as-agreed-by-the-committee-in-march.pdf';
let flow = '';

beforeAll(async () => {
  const { url } = tests.jacquard;
  const long = {
    ...readingRoomRules('ten'),
    name: 'rules-of-the-reading-room-as-agreed-by-the-committee-in-march.pdf',
  };
  const visitors = { name: 'visiteurs.md', content: '# Visiteurs\n\nLes visiteurs déposent leurs sacs à l’entrée.\n' };
  const base = await createBase(url, 'County archive', [
    readingRoomRules('nine'),
    await helpersGuide(),
    cutPdf,
    long,
    visitors,
  ]);
  flow = await createFlow(url, chatAbout(base));
});

/** Answers in a chat from a base, with quotations alone. */
function chatAbout(knowledge: string) {
  return {
    jacquard: 1,
    name: 'Ask the archive',
    nodes: {
      question: { type: 'io.chat-input', title: 'Question' },
      library: { type: 'retrieval.knowledge-base', inputs: { knowledge } },
      search: {
        type: 'retrieval.search',
        inputs: { knowledge: { from: 'library.knowledge' }, query: { from: 'question.text' } },
      },
      answer: {
        type: 'retrieval.answer-with-sources',
        inputs: {
          question: { from: 'question.text' },
          passages: { from: 'search.passages' },
          report: { from: 'search.report' },
        },
      },
      reply: { type: 'io.chat-output', inputs: { text: { from: 'answer.text' } } },
    },
  };
}

const windows = [
  { width: 1440, height: 900, language: 'en', colorScheme: 'light' },
  { width: 1280, height: 720, language: 'en', colorScheme: 'dark' },
  { width: 1440, height: 900, language: 'fr', colorScheme: 'dark' },
  { width: 1280, height: 720, language: 'fr', colorScheme: 'light' },
] as const;

test.for(windows)(
  'documents and answers from them have their place and can be read: $width × $height, $language, $colorScheme',
  async (window) => {
    const { language, colorScheme, width, height } = window;
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
    const page = await tests.open('/knowledge', { viewport: { width, height }, locale, colorScheme });
    const found: Record<string, readonly string[]> = {};
    const look = async (view: string): Promise<void> => {
      const faults = [...(await layoutFaults(page)), ...(await faintTexts(page))];
      if (faults.length > 0) found[view] = faults;
    };
    await lookAtBase(page, languages[language], look);
    await lookAtAnswers(page, languages[language], look);
    expect(found).toEqual({});
  },
);

async function lookAtBase(page: Page, texts: Texts, look: (view: string) => Promise<void>): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'County archive' }).waitFor();
  await look('bases');
  await page.getByRole('button', { name: texts['knowledge.new'] }).click();
  await page.getByRole('textbox', { name: texts['knowledge.name'] }).waitFor();
  await look('a new base');
  await page.getByRole('main').getByRole('link', { name: 'County archive' }).click();
  const rules = page.getByRole('row').filter({ hasText: 'reading-room.pdf' });
  await rules.waitFor();
  await look('a base');
  await page.getByRole('searchbox', { name: texts['knowledge.search-box'] }).fill('Where do bags and coats go?');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: texts['knowledge.results'] }).waitFor();
  await look('a search');
  await page.getByRole('button', { name: texts['knowledge.open-named'].replace('{{name}}', longName) }).click();
  await page.getByRole('region', { name: longName }).locator('canvas').first().waitFor();
  await look('a document with a long name');
  await page.keyboard.press('Escape');
  await rules.getByRole('button').nth(1).click();
  await page.getByRole('list', { name: /reading-room\.pdf$/ }).waitFor();
  await look('passages');
  await rules.getByRole('button').last().click();
  await page.getByRole('button', { name: texts['knowledge.keep'] }).waitFor();
  await look('deleting');
  await page.getByText(texts['knowledge.settings'], { exact: true }).click();
  await look('settings');
}

async function lookAtAnswers(page: Page, texts: Texts, look: (view: string) => Promise<void>): Promise<void> {
  await page.goto(new URL(flow, page.url()).href);
  await page.getByRole('button', { name: texts['chat.new-session'] }).click();
  await ask(page, 'When does the reading room open?');
  await look('an answer');
  await sourceButton(answers(page).last(), 1).click();
  await page.locator('[data-page] mark').first().waitFor();
  await look('a PDF');
  await page.keyboard.press('Escape');
  await ask(page, 'Who trains new helpers?');
  await sourceButton(answers(page).last(), 1).click();
  await page.locator('article mark').first().waitFor();
  await look('a text');
  await page.keyboard.press('Escape');
  await ask(page, 'Où les visiteurs déposent-ils leurs sacs ?');
  await look('an answer in another language');
  await ask(page, 'Who won the chess tournament?');
  await look('no answer');
}
