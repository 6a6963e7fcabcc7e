import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSlowModel, type SlowModel } from '../fixtures/slow-model.ts';
import { nodeCard, untilRunEnds } from './canvas-page.ts';
import { createExample, createFlow } from './flow-api.ts';
import { importFile } from './import-file.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } }));
let model: SlowModel;

beforeAll(async () => {
  model = await startSlowModel(() => ({ tag: 'Certainly', words: 3, pause: 1 }));
});
afterAll(() => model.close());

test('a prompt longer than the model’s context fails at its node, with the counts', async () => {
  const page = await tests.open(await createExample(tests.jacquard.url, 'hello-model'));
  const composer = page.getByRole('tabpanel', { name: 'Chat' }).getByRole('textbox', { name: 'Question' });
  await composer.fill('weave '.repeat(10_000));
  await composer.press('Enter');
  await untilRunEnds(page);
  const words = /\d[\d,]+ tokens.*\d[\d,]+/;
  await nodeCard(page, 'Ask the model').getByRole('alert').getByText(words).first().waitFor();
  await nodeCard(page, 'Ask the model').getByText('failed').waitFor();
  const chat = page.getByRole('log', { name: 'Conversation' });
  await chat.getByRole('alert').getByText(words).first().waitFor();
  await chat.getByRole('button', { name: 'At “Ask the model”: show it on the canvas' }).click();
  expect(await page.getByRole('tab', { name: 'Node' }).getAttribute('aria-selected')).toBe('true');
});

test('an answer that isn’t the JSON asked for shows at its node, with what the model wrote', async () => {
  const page = await tests.open(await createFlow(tests.jacquard.url, structuredFlow(model.baseUrl)));
  await page.getByText(`Sends to ${new URL(model.baseUrl).origin}`).waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  const error = nodeCard(page, 'Letter').getByRole('alert');
  await error
    .getByText(/Certainly\.0 Certainly\.1/)
    .first()
    .waitFor({ timeout: 30_000 });
  await untilRunEnds(page);
  expect(await error.textContent()).toMatch(/JSON|schema/i);
});

test('a server that isn’t there is named', async () => {
  const gone = await startSlowModel(() => ({ tag: '', words: 0, pause: 0 }));
  await gone.close();
  const page = await tests.open(await createFlow(tests.jacquard.url, structuredFlow(gone.baseUrl)));
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  const error = nodeCard(page, 'Letter').getByRole('alert');
  await error.waitFor({ timeout: 30_000 });
  expect(await error.textContent()).toContain(new URL(gone.baseUrl).host);
});

const bad = [
  { name: 'notes.json', text: '{\n  "jacquard": 1,\n  name: "x"\n}', says: /Line 3, column 3/i },
  { name: 'picture.json', text: '\u0089PNG', says: /Line 1, column 1/i },
  { name: 'list.json', text: '[1, 2]', says: /object|flow/i },
];

test.for(bad)('a file that is no flow isn’t imported, and what is wrong and where is said: $name', async (given) => {
  const page = await tests.open('/flows');
  await importFile(page, given.name, given.text);
  const report = page.getByRole('alert').filter({ hasText: `Not imported: ${given.name}` });
  await report.waitFor();
  expect(await report.textContent()).toMatch(given.says);
  expect(new URL(page.url()).pathname).toBe('/flows');
});

test('a flow that goes in a circle, names unknown types and lacks inputs opens, and says so at its nodes', async () => {
  const page = await tests.open('/flows');
  await importFile(page, 'round.json', JSON.stringify(roundFlow));
  await page.waitForURL('**/flows/round');
  await nodeCard(page, 'Two')
    .getByText(/^Each of these nodes waits for the one before it: two → one → two/)
    .waitFor();
  await nodeCard(page, 'Three').getByText('There is no node type “music.play” here', { exact: false }).waitFor();
  await nodeCard(page, 'Four')
    .getByText(/is needed here/)
    .waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  const problems = page.getByRole('list').filter({ has: page.getByRole('button', { name: /^Show where: / }) });
  await expect.poll(() => problems.getByRole('button', { name: /^Show where: (?:Two|Three|Four)\./ }).count()).toBe(4);
});

function structuredFlow(baseUrl: string) {
  return {
    jacquard: 1,
    name: 'A letter as data',
    nodes: {
      model: { type: 'models.openai-compatible', inputs: { baseUrl, model: 'm', takesSchema: false } },
      letter: {
        type: 'models.structured-output',
        title: 'Letter',
        inputs: {
          model: { from: 'model.model' },
          prompt: 'Who wrote it?',
          schema: { value: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } },
        },
      },
      data: { type: 'io.json-output', inputs: { json: { from: 'letter.json' } } },
    },
    layout: { nodes: { model: { x: 0, y: 0 }, letter: { x: 340, y: 0 }, data: { x: 680, y: 0 } } },
  };
}

function join(title: string, from: string) {
  return { type: 'prompts.template', title, inputs: { template: '{{a}}', a: { from } } };
}

const roundFlow = {
  jacquard: 1,
  name: 'Round',
  nodes: {
    one: join('One', 'two.text'),
    two: join('Two', 'one.text'),
    three: { type: 'music.play', title: 'Three' },
    four: { type: 'models.chat', title: 'Four' },
  },
};
