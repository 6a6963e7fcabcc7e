import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodeCard, untilRunEnds, untilSaved } from './canvas-page.ts';
import { createFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

const flow = {
  jacquard: 1,
  name: 'A capital',
  nodes: {
    question: { type: 'io.chat-input', title: 'Question', inputs: { default: 'What is the capital of France?' } },
    model: { type: 'models.chat-model', inputs: { model: 'default', temperature: 0, maxTokens: 16 } },
    chat: {
      type: 'models.chat',
      title: 'Ask',
      inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' }, system: 'Answer in one word.' },
    },
    frame: {
      type: 'prompts.template',
      title: 'Frame',
      inputs: { template: 'It says: {{text}}', text: { from: 'chat.answer' } },
    },
    reply: { type: 'io.chat-output', title: 'Answer', inputs: { text: { from: 'frame.text' } } },
  },
  layout: {
    nodes: {
      question: { x: 0, y: 0 },
      model: { x: 0, y: 220 },
      chat: { x: 320, y: 0 },
      frame: { x: 640, y: 0 },
      reply: { x: 960, y: 0 },
    },
  },
};

async function retype(page: Page, node: string, field: string, text: string): Promise<void> {
  await nodeCard(page, node).getByRole('textbox', { name: field }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await untilSaved(page);
}

test('a run becomes a test with one click; it turns red with the prompt or the output, and green when that is accepted', async () => {
  const page = await tests.open(await createFlow(tests.jacquard.url, flow));
  await page.getByRole('banner').getByRole('button', { name: /^Run/ }).first().click();
  await untilRunEnds(page);

  await page.getByRole('tab', { name: 'Runs' }).click();
  await page
    .getByRole('button', { name: /^What can be done with the run of/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Make a test of this run' }).click();
  const panel = page.getByRole('region', { name: 'What is the capital of France?' });
  await panel.getByText('Passed', { exact: true }).waitFor();
  const cases = page.getByRole('list', { name: 'Cases' });
  await expect.poll(() => cases.getByRole('button').count()).toBe(1);

  await retype(page, 'Frame', 'Template', 'They say: {{text}}');
  await page.getByRole('button', { name: 'Run all', exact: true }).click();
  await panel.getByText('Failed', { exact: true }).waitFor();
  await panel.locator('del', { hasText: 'It says' }).waitFor();
  await panel.locator('ins', { hasText: 'They say' }).waitFor();
  await panel.getByRole('button', { name: 'Accept the changes' }).click();
  await panel.getByText('Passed', { exact: true }).waitFor();

  await retype(page, 'Ask', 'Instructions', 'Answer in two words.');
  await page.getByRole('button', { name: 'Run all', exact: true }).click();
  await panel.getByText('Failed', { exact: true }).waitFor();
  await panel.getByRole('alert').getByText('asked a model something that isn’t recorded').waitFor();
  await panel.locator('del', { hasText: 'one word' }).waitFor();
  await panel.locator('ins', { hasText: 'two words' }).waitFor();
  await panel.getByRole('button', { name: 'Record again' }).click();
  await panel.getByText('Passed', { exact: true }).waitFor({ timeout: 60_000 });

  await panel.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Expect something' }).click();
  await page.getByRole('textbox', { name: 'Value of expectation 1' }).fill('nothing of the kind');
  await page.getByRole('button', { name: 'Save and run' }).click();
  await panel.getByText('Failed', { exact: true }).waitFor();
  await panel.getByText('nothing of the kind', { exact: true }).waitFor();
});
