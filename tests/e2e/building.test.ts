import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawWire, nodeCard, offer, port, untilSaved } from './canvas-page.ts';
import { answers, sources } from './chat-page.ts';
import { storedFlow } from './flow-api.ts';
import { countGestures, type Gestures } from './gestures.ts';
import { createBase } from './knowledge-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ withoutModel: true, environment: { JACQUARD_NETWORK: 'none' } }));

const rules = {
  name: 'reading-room.md',
  content:
    '# The reading room\n\nThe reading room opens at nine on weekdays.\n\n# Copies\n\nA copy of a map costs two pounds.\n',
};
const question = 'When does the reading room open?';
let base: Promise<string> | undefined;

/** What both ways of building must come to. */
const wired = {
  search: { knowledge: { from: 'knowledge-base.knowledge' }, query: { from: 'chat-input.text' } },
  'answer-with-sources': {
    model: { from: 'chat-model.model' },
    question: { from: 'chat-input.text' },
    passages: { from: 'search.passages' },
    report: { from: 'search.report' },
  },
  'chat-output': { text: { from: 'answer-with-sources.text' } },
};

test('from an empty canvas to an answer from documents by mouse, in twenty gestures at most', async () => {
  const page = await openEmpty();
  const gestures = countGestures(page);
  for (const word of ['knowledge base', 'chat input', 'search', 'answer with sources', 'chat output']) {
    await gestures.click(page.getByRole('button', { name: 'Add a node /' }));
    await gestures.word(word);
    await untilClosed(page);
  }
  await gestures.click(page.getByRole('button', { name: 'Add a node /' }));
  await gestures.word('chat history');
  await gestures.click(page.getByRole('button', { name: 'Fit' }));
  const history = port(nodeCard(page, 'Chat history'), 'Messages', 'output');
  await gestures.count(() => drawWire(page, history, port(search(page), 'Conversation', 'input')));
  await expectFlow(page, { ...wired, search: { ...wired.search, history: { from: 'chat-history.messages' } } });
  await chatField(page).fill(question);
  await chatField(page).press('Enter');
  await sources(answers(page)).first().getByText('opens at nine').waitFor({ timeout: 60_000 });
  expect(gestures.made()).toBeLessThanOrEqual(20);
}, 120_000);

test('the same by keyboard alone: a slash, a word and Enter for each node', async () => {
  const page = await openEmpty();
  const gestures = countGestures(page);
  await build(page, gestures);
  await gestures.word('/', 'chat output');
  await expectFocus(page, 'chat-output');
  await expectFlow(page, wired);

  // Chat history is added by itself, and wired from its port.
  await page.keyboard.press('Escape');
  await gestures.word('/', 'chat history');
  await expectFocus(page, 'chat-history');
  await page.keyboard.press('w');
  await expectLabel(page, /^Messages, output/, 'ArrowDown');
  await gestures.count(() => openConnections(page));
  await gestures.word('conversation');
  await expectFlow(page, { ...wired, search: { ...wired.search, history: { from: 'chat-history.messages' } } });
  expect(gestures.made()).toBeLessThanOrEqual(20);

  // The wire is at hand from the port, and goes away by Delete; the focus stays where it was.
  await expectLabel(page, /^Messages, output/);
  await page.keyboard.press('ArrowRight');
  await expectLabel(page, /^Wire from Chat history to Search .*, messages$/);
  await page.keyboard.press('Delete');
  await expectLabel(page, /^Messages, output/);
  await expectFlow(page, wired);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');

  const field = chatField(page);
  for (let tabs = 0; tabs < 80 && !(await isFocused(field)); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await sources(answers(page)).first().getByText('opens at nine').waitFor({ timeout: 60_000 });
}, 120_000);

test('a wire that doesn’t fit is refused in words by the keyboard, too, and changes nothing', async () => {
  const page = await openEmpty();
  const gestures = countGestures(page);
  await gestures.word('/', 'chat model');
  await expectFocus(page, 'chat-model');
  await gestures.word('/', 'split');
  await expectFocus(page, 'split');
  await page.keyboard.press('w');
  await expectLabel(page, /^Text, input, text/);
  await openConnections(page);
  const list = page.getByRole('listbox', { name: 'Connect Split a text · Text to' });
  await list.getByRole('option', { disabled: true }).filter({ hasText: 'Chat model · Model' }).waitFor();
  await page.keyboard.type('model');
  await page
    .getByRole('status')
    .getByText(/\(chat model\) is no data/)
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'These don’t fit' }).waitFor();
  await page.keyboard.press('Escape');
  await expectLabel(page, /^Text, input, text/);
  await untilSaved(page);
  expect((await storedFlow(tests.jacquard.url, new URL(page.url()).pathname)).nodes['split']).toEqual({
    type: 'data.split',
  });
});

async function openEmpty(): Promise<Page> {
  base ??= createBase(tests.jacquard.url, 'Handbook', [rules]);
  await base;
  const page = await tests.open('/flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('heading', { name: 'An empty canvas' }).waitFor();
  return page;
}

async function build(page: Page, gestures: Gestures): Promise<void> {
  const nodes = [
    ['knowledge base', 'knowledge-base'],
    ['chat input', 'chat-input'],
    ['search', 'search'],
    ['answer with sources', 'answer-with-sources'],
  ] as const;
  for (const [word, id] of nodes) {
    await gestures.word('/', word);
    await expectFocus(page, id);
  }
}

function search(page: Page) {
  return nodeCard(page, 'Search (words and meaning)');
}

/** Where one writes to the flow. */
function chatField(page: Page) {
  return page.getByRole('tabpanel', { name: 'Chat' }).getByRole('textbox');
}

/** From the port that has the focus: its menu, and the list of what it can be connected to. */
async function openConnections(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: 'Connect to…' });
  await item.waitFor();
  await expect.poll(() => isFocused(item)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { expanded: true }).waitFor();
}

async function untilClosed(page: Page): Promise<void> {
  await offer(page, 'Chat input').waitFor({ state: 'detached' });
}

async function expectFlow(page: Page, inputs: Readonly<Record<string, unknown>>): Promise<void> {
  const path = new URL(page.url()).pathname;
  const read = async () => {
    const { nodes } = await storedFlow(tests.jacquard.url, path);
    return Object.fromEntries(Object.keys(inputs).map((id) => [id, nodes[id]?.inputs]));
  };
  await expect.poll(read, { timeout: 10_000 }).toEqual(inputs);
}

async function expectFocus(page: Page, node: string): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-id'));
  await expect.poll(focused, { timeout: 5_000 }).toBe(node);
}

/** The focus is on what has this name; a key may have to be pressed to get there. */
async function expectLabel(page: Page, label: RegExp, key?: string): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  for (let presses = 0; presses < 12 && !label.test(await focused()); presses += 1) {
    if (key === undefined) break;
    await page.keyboard.press(key);
  }
  await expect.poll(focused, { timeout: 5_000 }).toMatch(label);
}

async function isFocused(place: Locator): Promise<boolean> {
  return (await place.count()) > 0 && place.evaluate((element) => element === document.activeElement);
}
