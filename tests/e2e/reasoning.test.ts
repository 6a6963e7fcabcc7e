import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSlowModel, type SlowAnswer, type SlowModel } from '../fixtures/slow-model.ts';
import { nodeCard, shownValue, untilRunEnds, untilSaved } from './canvas-page.ts';
import { createFlow } from './flow-api.ts';
import { layoutFaults } from './layout-faults.ts';
import { askingFlow, reasoningFlow } from './reasoning-flow.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } }));
let model: SlowModel;
beforeAll(async () => {
  model = await startSlowModel(answerOf);
});
afterAll(async () => model.close());

const votes = ['18', '26', '18', '18', '26', '18', '9', undefined];

/** Each sample ends when the test says so, and so do the thoughts of the second level, where it holds them back. */
const ends = votes.map(() => Promise.withResolvers<void>());
let secondLevel: PromiseWithResolvers<void> | undefined;

/** The third sample fails, the last is empty; of the thoughts the one of the moon is worth nothing. */
function answerOf(prompt: string, earlier: number): SlowAnswer {
  const pause = 100;
  if (prompt.includes('metres')) {
    const vote = votes[earlier];
    const until = ends[earlier]?.promise;
    if (vote === undefined) return { tag: '', words: 0, pause, until };
    return { tag: `Answer: ${vote}`, words: 1, pause, until, ...(earlier === 2 && { cutAfter: 0 }) };
  }
  if (prompt.includes('different next thoughts')) {
    const until = prompt.includes('so far:\nSow') ? secondLevel?.promise : undefined;
    return { tag: '1. Sow in May\n2. Sow in June\n3. Sow on the moon', words: 1, pause, until };
  }
  const verdict = prompt.includes('moon') ? 'impossible' : prompt.includes('June') ? 'likely' : 'sure';
  return { tag: verdict, words: 1, pause };
}

async function run(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: /^Run/ }).click();
}

function face(card: Locator): Locator {
  return card.getByRole('button', { name: /^Look inside: / });
}

/** The votes as the bars of the open insides tell them. */
function barsOf(insides: Locator): Promise<readonly (string | null)[]> {
  return insides
    .getByRole('list', { name: 'Answers' })
    .getByRole('button', { expanded: false })
    .evaluateAll((bars) => bars.map((bar) => bar.firstElementChild?.textContent ?? null));
}

async function expectVotes(page: Page): Promise<void> {
  await face(nodeCard(page, 'Ask eight times')).click();
  const insides = page.getByRole('main', { name: 'Inside “Ask eight times”' });
  await expect
    .poll(() => barsOf(insides))
    .toEqual(['18.0: 3, ahead', '26.0: 2', '9.0: 1', 'Without an answer: 1', 'Failed: 1']);
  await insides.getByText('8 of at most 8').waitFor();
  await insides.getByRole('button', { name: '26.0: 2' }).click();
  await insides.getByText('Sample 2', { exact: true }).click();
  await insides.getByText('Read out of it: 26.0', { exact: false }).first().waitFor();
  await insides.getByText('Prompt and raw text').first().click();
  await insides.getByRole('group', { name: 'What was sent' }).getByText('How many metres').waitFor();
  await insides.getByRole('group', { name: 'What came back' }).getByText('Answer: 26.0').waitFor();
  expect(await layoutFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await insides.waitFor({ state: 'detached' });
}

async function expectTree(page: Page): Promise<void> {
  await face(nodeCard(page, 'Search the tree')).click();
  const insides = page.getByRole('main', { name: 'Inside “Search the tree”' });
  const tree = insides.getByRole('tree', { name: 'Thoughts, as a tree' });
  await tree
    .getByRole('treeitem', { name: /^Sow on the moon.*pruned: others were worth more$/ })
    .first()
    .waitFor();
  await tree.getByRole('treeitem', { name: 'Sow in May, worth 20, on the way to the result' }).first().waitFor();
  await tree.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const thought = insides.getByRole('region', { name: 'Thought', exact: true });
  await thought.getByText('Sow in June', { exact: true }).waitFor();
  await thought.getByRole('group', { name: 'What came back' }).getByText('3. Sow on the moon').waitFor();
  await page.keyboard.press('ArrowRight');
  await thought.getByText('Level 2').waitFor();
  expect(await layoutFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
}

test('answers are counted while samples come, thoughts grow and are pruned before my eyes; all of it stays with the run, and with values kept from it', async () => {
  const page = await tests.open(await createFlow(tests.jacquard.url, reasoningFlow(model.baseUrl)));
  await nodeCard(page, 'Ask eight times').getByText('Ask eight times').click();
  await page.getByRole('tab', { name: 'Node' }).click();
  await page.getByText('At most 8 calls of the model, 2,048 tokens of answers').waitFor();
  secondLevel = Promise.withResolvers();
  await run(page);
  // The one that fails comes first, and needs no telling.
  for (const [index, end] of ends.filter((_, sample) => sample !== 2).entries()) {
    await face(nodeCard(page, 'Ask eight times'))
      .getByText(`${index + 1} of 8 samples`)
      .waitFor();
    end.resolve();
  }
  await face(nodeCard(page, 'Search the tree')).getByText('3 thoughts').waitFor();
  secondLevel.resolve();
  await face(nodeCard(page, 'Search the tree')).getByText('9 thoughts').waitFor();
  await untilRunEnds(page);

  expect(model.prompts.filter((prompt) => prompt.includes('metres'))).toHaveLength(8);
  await expectVotes(page);
  await expectTree(page);
  await page.reload();
  await expectVotes(page);
  await expectTree(page);

  await nodeCard(page, 'Frame').getByLabel('Template').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('So: {{answer}}');
  await page.getByRole('banner').getByRole('status').click();
  await untilSaved(page);
  await run(page);
  await shownValue(nodeCard(page, 'Reply')).getByText('So: 18').waitFor();
  await nodeCard(page, 'Ask eight times').getByText('kept', { exact: true }).waitFor();
  await expectVotes(page);
  await expectTree(page);
});

test('while a search waits, thoughts are pruned and let go on in the tree, by keyboard and by click; it goes on from these', async () => {
  const page = await tests.open(await createFlow(tests.jacquard.url, askingFlow(model.baseUrl)));
  await run(page);
  const card = nodeCard(page, 'Search the tree');
  await card.getByText('Which thoughts go on?').waitFor();
  await face(card).click();
  const insides = page.getByRole('main', { name: 'Inside “Search the tree”' });
  const tree = insides.getByRole('tree');
  await tree.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await tree.getByRole('treeitem', { name: /^Sow in May, .*pruned by a person$/ }).waitFor();
  await tree.getByRole('treeitem', { name: /^Sow on the moon/ }).click();
  await insides.getByRole('button', { name: 'Let it go on' }).click();
  const thought = insides.getByRole('region', { name: 'Thought', exact: true });
  expect(await thought.getByRole('checkbox', { checked: true }).count()).toBe(2);
  expect(await layoutFaults(page)).toEqual([]);
  await thought.getByRole('textbox', { name: /^Add thoughts/ }).waitFor();
  await thought.getByRole('button', { name: 'Go on' }).click();
  await untilRunEnds(page);
  await expect.poll(() => tree.getByRole('treeitem', { level: 2 }).count()).toBe(6);
  const pruned = tree.getByRole('treeitem', { name: /^Sow in May/ }).and(tree.locator('[aria-level="1"]'));
  expect(await pruned.textContent()).toContain('pruned by a person');
});
