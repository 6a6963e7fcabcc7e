import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodeCard, untilRunEnds } from './canvas-page.ts';
import { createFlow } from './flow-api.ts';
import { layoutFaults } from './layout-faults.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();
/** A real model answers. */
const patience = { timeout: 30_000 };

function bars(page: Page): Locator {
  return page.getByRole('list', { name: 'What comes next?' }).getByRole('button');
}

test('somebody looks into the model: bars follow a slider, another token is gone on from, a text is taken apart, the machine is seen', async () => {
  const page = await tests.open('/models');
  await page.getByRole('button', { name: 'Look inside · SmolLM2 135M' }).click();
  const paris = page.getByRole('button', { name: /^␣Paris 7\d%: add this token/ });
  await paris.waitFor(patience);
  await page.getByText('All 49,152 tokens are left to draw from.').waitFor();

  await page.getByRole('slider', { name: 'Temperature' }).fill('2');
  await page
    .getByRole('button', { name: /^␣Paris [12]?\d(\.\d)?%: add this token\. The model itself gives it 7\d%/ })
    .waitFor();
  await page.getByRole('slider', { name: 'Top k' }).fill('3');
  await page.getByText(/^It is .*3 of 49,152 tokens are left/).waitFor();
  expect(await bars(page).nth(3).textContent()).toContain('cut off by top k');
  await page.getByRole('slider', { name: 'Temperature' }).fill('0');
  await page.getByRole('button', { name: /^␣Paris 100%/ }).waitFor();

  await page.getByRole('button', { name: /^␣London not the likeliest: add/ }).press('Enter');
  const read = page.getByRole('region', { name: 'What the model has read' });
  await read.getByText('6 tokens read, 1 of them added here.').waitFor();
  await read.getByRole('button', { name: /␣London/ }).waitFor();
  await page.getByRole('button', { name: 'Draw a token' }).click(patience);
  await read.getByText('7 tokens read, 2 of them added here.').waitFor(patience);
  await read.getByRole('button', { name: 'Undo a token' }).click();
  await read.getByText('6 tokens read, 1 of them added here.').waitFor();
  expect(await layoutFaults(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Tokens' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('Été 🧵');
  const tokens = page.getByRole('list', { name: 'Tokens of SmolLM2 135M' });
  await tokens.getByRole('button', { name: /· bytes C3 89$/ }).waitFor(patience);
  await tokens.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page
    .getByRole('status')
    .filter({ hasText: /· number \d+ · bytes/ })
    .waitFor();
  await page.getByText('As a message').click();
  await tokens.getByText('<|im_start|>').first().waitFor(patience);
  expect(await layoutFaults(page)).toEqual([]);

  await page.getByRole('tab', { name: 'The machine' }).click();
  const loaded = page.getByRole('listitem', { name: 'SmolLM2 135M' });
  await loaded.getByText(/thread/).waitFor(patience);
  await loaded.getByText('0 requests waiting').waitFor();
  await page.goBack();
  await tokens.waitFor();
}, 120_000);

test('an answer shows how likely its words were, and the model’s node leads to its insides', async () => {
  const path = await createFlow(tests.jacquard.url, {
    jacquard: 1,
    name: 'Probabilities',
    nodes: {
      question: { type: 'io.chat-input', title: 'Question', inputs: { default: 'What is the capital of France?' } },
      model: { type: 'models.chat-model', title: 'Model', inputs: { temperature: 0, maxTokens: 6 } },
      ask: {
        type: 'models.chat',
        title: 'Ask',
        inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' }, probabilities: true },
      },
      reply: { type: 'io.chat-output', inputs: { text: { from: 'ask.answer' } } },
    },
    layout: {
      nodes: { question: { x: 0, y: 0 }, model: { x: 0, y: 220 }, ask: { x: 340, y: 0 }, reply: { x: 700, y: 0 } },
    },
  });
  const page = await tests.open(path);
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  await untilRunEnds(page);
  await nodeCard(page, 'Ask').getByText('Ask', { exact: true }).click();
  await page.getByRole('tab', { name: 'Node' }).click();
  const answer = page.getByRole('group', { name: 'The answer, token by token' });
  await answer.getByRole('button').first().focus(patience);
  await page.keyboard.press('ArrowRight');
  await page.getByText(/^“.+” had .+; also likely: “/).waitFor();
  expect(await answer.getByRole('button').count()).toBe(6);

  await nodeCard(page, 'Model').getByText('Model', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Look inside' }).click();
  await bars(page).first().waitFor(patience);
}, 120_000);
