import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSlowModel, type SlowAnswer, type SlowModel } from '../fixtures/slow-model.ts';
import { nodeCard, untilRunEnds } from './canvas-page.ts';
import { createFlow } from './flow-api.ts';
import { layoutFaults } from './layout-faults.ts';
import { learningFlow, totalTests } from './learning-flow.ts';
import { faintTexts } from './page-checks.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } }));
let model: SlowModel;
let ends: ReturnType<typeof heldBack>;
beforeEach(async () => {
  ends = heldBack();
  model = await startSlowModel(answerOf);
});
afterEach(async () => model.close());

/** What the model holds back until the test has seen what stands before. */
function heldBack() {
  return {
    reflection: Promise.withResolvers<void>(),
    secondTrial: Promise.withResolvers<void>(),
    firstScore: Promise.withResolvers<void>(),
    secondProposal: Promise.withResolvers<void>(),
    variation: Promise.withResolvers<void>(),
  };
}

const learnt = 'I read two places of the list. Next time I go through all of it.';
const [repeat, plural, short] = [
  'Repeat the word.',
  'Write the plural.',
  'Write the plural, and nothing else.',
] as const;

/** The first program passes one test of three, the second all. The first prompt is right never, the second about half the time, the third always. */
function answerOf(prompt: string): SlowAnswer {
  const say = (text: string, until?: Promise<void>): SlowAnswer => ({ tag: '', words: 0, pause: 0, text, until });
  if (prompt.includes('say what went wrong')) return say(learnt, ends.reflection.promise);
  if (prompt.includes(learnt))
    return say(program('numbers.reduce((sum, one) => sum + one, 0)'), ends.secondTrial.promise);
  if (prompt.includes('total(numbers)')) return say(program('numbers[0] + numbers[1]'));
  if (prompt.startsWith('Generate a variation')) return say(short, ends.variation.promise);
  if (prompt.startsWith('I gave a friend')) {
    return timesAsked('I gave a friend') === 1 ? say(repeat) : say(plural, ends.secondProposal.promise);
  }
  const word = /Input: (\w+)/.exec(prompt)?.[1] ?? '';
  if (prompt.includes(repeat)) return say(word, ends.firstScore.promise);
  const isRight = prompt.includes(short) || timesAsked(`Instruction: ${plural}`) % 2 === 0;
  return say(isRight ? `${word}s` : word);
}

function timesAsked(beginning: string): number {
  return model.prompts.filter((prompt) => prompt.startsWith(beginning)).length;
}

function program(sum: string): string {
  return `Here it is.\n\n\`\`\`javascript\nfunction total(numbers) {\n  return ${sum};\n}\n\`\`\``;
}

async function run(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: /^Run/ }).click();
}

function face(page: Page, title: string): Locator {
  return nodeCard(page, title).getByRole('button', { name: /^Look inside: / });
}

async function open(page: Page, title: string): Promise<Locator> {
  await face(page, title).click();
  return page.getByRole('main', { name: `Inside “${title}”` });
}

async function expectNoFaults(page: Page): Promise<void> {
  expect([await layoutFaults(page), await faintTexts(page)]).toEqual([[], []]);
}

function labelsOf(buttons: Locator): Promise<readonly (string | null)[]> {
  return buttons.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel));
}

/** The candidates by rank, each with its scores, as the open insides tell them. */
function ranksOf(insides: Locator): Promise<readonly string[]> {
  return insides
    .getByRole('list', { name: 'Candidates' })
    .getByRole('listitem')
    .evaluateAll((rows) =>
      rows.map((row) => (row instanceof HTMLElement ? row.innerText : '').replaceAll(/\s+/g, ' ')),
    );
}

/** After the first trial: what failed, and why; after the second: all green, with the reflection in its prompt. */
async function expectTrials(page: Page): Promise<void> {
  const insides = await open(page, 'Write and test');
  const marks = insides.getByRole('list', { name: 'Tests of trial 1' }).getByRole('button');
  await expect
    .poll(() => labelsOf(marks))
    .toEqual([`${totalTests[0]}: passes`, `${totalTests[1]}: fails`, `${totalTests[2]}: fails`]);
  await marks.nth(2).click();
  await insides.getByText('NaN', { exact: false }).first().waitFor();
  ends.reflection.resolve();
  await insides.getByText(learnt, { exact: true }).waitFor();
  ends.secondTrial.resolve();
  const second = insides.getByRole('list', { name: 'Tests of trial 2' }).getByRole('button');
  await expect
    .poll(() => labelsOf(second))
    .toEqual([`${totalTests[0]}: passes`, `${totalTests[1]}: passes now`, `${totalTests[2]}: passes now`]);
  await insides.getByText('It stopped as soon as a solution was found.').waitFor();
  const last = insides.getByRole('list', { name: 'Trials' }).getByRole('listitem').filter({ hasText: 'Trial 2' });
  await last.getByText('Prompt and raw text').click();
  await last.getByRole('group', { name: 'What was sent' }).getByText(learnt).waitFor();
  await expectNoFaults(page);
  await page.keyboard.press('Escape');
  await insides.waitFor({ state: 'detached' });
}

/** Prompts come, are scored, overtake one another, and are scored on what was held out. */
async function expectCandidates(page: Page): Promise<void> {
  const insides = await open(page, 'Find a prompt');
  const expectRanks = (ranks: readonly string[]): Promise<void> => expect.poll(() => ranksOf(insides)).toEqual(ranks);
  await expectRanks([`1 ${repeat} no score yet`]);
  ends.firstScore.resolve();
  await expectRanks([`1 ${repeat} training 0% (0 of 4)`]);
  ends.secondProposal.resolve();
  const overtaken = [`training 50% (2 of 4) held out 33% (1 of 3)`, `training 0% (0 of 4) held out 0% (0 of 3)`];
  await expectRanks([`1 ${plural} ${overtaken[0]}`, `2 ${repeat} ${overtaken[1]}`]);
  ends.variation.resolve();
  await expectRanks([
    `1 ${short} round 2 chosen training 100% (4 of 4) held out 100% (3 of 3) Put into a prompt template`,
    `2 ${plural} round 1 ${overtaken[0]}`,
    `3 ${repeat} round 1 ${overtaken[1]}`,
  ]);
  await insides.getByRole('button', { name: new RegExp(short) }).click();
  await insides.getByText(`made from “${plural}”`).waitFor();
  await insides.getByText('Prompt and raw text').click();
  await insides.getByRole('group', { name: 'What was sent' }).getByText(plural).waitFor();
  await expectNoFaults(page);
}

test('a program is tried until its tests turn green, prompts are ranked while they are scored; the winner goes into a template', async () => {
  const page = await tests.open(await createFlow(tests.jacquard.url, learningFlow(model.baseUrl)), {
    colorScheme: 'dark',
  });
  await run(page);
  await face(page, 'Write and test').getByText('Trial 1 · 1 of 3 tests passes').waitFor();
  await expectTrials(page);
  await face(page, 'Write and test').getByText('Trial 2 · 3 of 3 tests pass').waitFor();
  await expectCandidates(page);
  const insides = page.getByRole('main', { name: 'Inside “Find a prompt”' });
  await untilRunEnds(page);

  await insides.getByRole('button', { name: 'Save' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'As a table for spreadsheets (.csv)' }).click(),
  ]);
  const rows = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(rows[1]).toBe(`1,c3,2,1,1,,true,"${short}"`);

  await insides.getByRole('button', { name: 'Put into a prompt template' }).click();
  await page.getByText('The prompt is in a new prompt template.').waitFor();
  const template = nodeCard(page, 'Prompt template');
  await template.getByText(`Instruction: ${short}`, { exact: false }).first().waitFor();
  await template.getByLabel(/^input, input, /).waitFor();
});
