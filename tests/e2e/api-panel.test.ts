import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSnippet } from '../fixtures/run-snippet.ts';
import { startSlowModel, type SlowModel } from '../fixtures/slow-model.ts';
import { createFlow } from './flow-api.ts';
import { layoutFaults } from './layout-faults.ts';
import { faintTexts } from './page-checks.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

let model: SlowModel;
beforeAll(async () => {
  model = await startSlowModel((prompt) => ({ tag: 'said', words: 3, pause: 0, text: `${prompt} ` }));
});
afterAll(() => model.close());
const tests = setUpJacquard(() => ({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } }));

const question = `It's "what" costs $HOME? \`x\``;

/** question ──▶ chat ──▶ reply */
const flow = () => ({
  jacquard: 1,
  name: 'Ask',
  nodes: {
    question: { type: 'io.chat-input', inputs: { label: 'Question', help: 'What is to be known.', default: question } },
    times: { type: 'io.number-input', inputs: { default: 3, min: 1, max: 5 } },
    model: { type: 'models.openai-compatible', inputs: { baseUrl: model.baseUrl, model: 'm' } },
    chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' } } },
    reply: { type: 'io.chat-output', inputs: { text: { from: 'chat.answer' } } },
  },
});

const panel = (page: Page) => page.getByRole('main', { name: 'Call this flow from a program' });
const call = (page: Page) => panel(page).getByRole('region', { name: 'The call', exact: true });

/** Copies the snippet that is shown. */
async function copied(page: Page): Promise<string> {
  await call(page).getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Runs a command as a person pastes it into a shell; what it printed as JSON. */
async function runInShell(command: string): Promise<{ outputs: unknown }> {
  const { out, error, code } = await runSnippet({ syntax: 'shell', text: command });
  expect({ code, error }).toMatchObject({ code: 0 });
  return JSON.parse(out) as { outputs: unknown }; // boundary: our own answer
}

/** Tries the call in the page, and returns what it answered. */
async function tried(page: Page): Promise<{ outputs: unknown }> {
  await call(page).getByRole('button', { name: 'Try it' }).click();
  await call(page)
    .getByText(/^200 · /)
    .waitFor();
  return JSON.parse(await call(page).getByRole('region', { name: 'The answer' }).innerText()) as { outputs: unknown }; // boundary: as above
}

test('a developer finds how the flow is called, copies the call into a shell, and gets what the page showed', async () => {
  const path = await createFlow(tests.jacquard.url, flow());
  const page = await tests.open(path, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'API', exact: true }).click();
  await panel(page).getByText('Not published yet').waitFor();
  const draft = await copied(page);
  expect(draft).toContain(`${path}@draft/invoke`);
  const outputs = { reply: `${question} said.0 said.1 said.2 ` };
  expect(await runInShell(draft)).toMatchObject({ outputs });
  expect(await tried(page)).toMatchObject({ outputs });

  const inputs = panel(page).getByRole('table', { name: 'Inputs' });
  await inputs.getByText('What is to be known.').waitFor();
  await inputs.getByText('1 to 5').waitFor();

  await panel(page).getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await panel(page).getByText('Callers get version 1').waitFor();
  await expect.poll(() => copied(page)).toContain(`${path}/invoke`);
  expect(await runInShell(await copied(page))).toMatchObject({ outputs });

  await panel(page).getByRole('tab', { name: 'MCP' }).click();
  expect(JSON.parse(await copied(page))).toMatchObject({
    mcpServers: { jacquard: { url: `${tests.jacquard.url}/mcp` } },
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
  expect(
    await page.getByRole('button', { name: 'API', exact: true }).evaluate((b) => b === document.activeElement),
  ).toBe(true);
});

test('the panel fits a small screen by night and in French, with its client, schemas and code unfolded', async () => {
  const path = await createFlow(tests.jacquard.url, flow());
  const page = await tests.open(path, {
    viewport: { width: 1280, height: 720 },
    colorScheme: 'dark',
    locale: 'fr-FR',
  });
  await page.getByRole('button', { name: 'API', exact: true }).click();
  const view = page.getByRole('main', { name: 'Appeler ce flux depuis un programme' });
  for (const name of ['Client TypeScript typé', 'Schémas JSON', 'Le flux en programme, sans Jacquard'])
    await view.getByText(name).first().click();
  await view.getByRole('tab', { name: 'flow.ts' }).waitFor();
  await view.getByRole('tab', { name: 'Python', exact: true }).click();
  expect(await layoutFaults(page)).toEqual([]);
  expect(await faintTexts(page)).toEqual([]);
});
