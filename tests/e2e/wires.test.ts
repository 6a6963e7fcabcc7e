import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawWire, emptyPlace, holdWire, middleOf, nodeCard, offer, port, untilSaved } from './canvas-page.ts';
import { createFlow, storedFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

const looseNodes = {
  jacquard: 1,
  name: 'Loose nodes',
  nodes: {
    prompt: { type: 'prompts.template', title: 'Prompt', inputs: { template: 'Hello' } },
    model: { type: 'models.chat-model', title: 'Model node' },
    chat: { type: 'models.chat', title: 'Ask' },
    sum: { type: 'data.arithmetic', title: 'Sum', inputs: { expression: '{{price}} * 2' } },
  },
  layout: {
    nodes: { prompt: { x: 0, y: 0 }, model: { x: 0, y: 260 }, chat: { x: 360, y: 0 }, sum: { x: 360, y: 400 } },
  },
};

const refusals = [
  { from: ['Model node', 'Model'], to: ['Ask', 'Prompt'], reason: /\(chat model\) is no data/ },
  { from: ['Prompt', 'Text'], to: ['Sum', 'price'], reason: /A text is not a number/ },
  { from: ['Prompt', 'Text'], to: ['Ask', 'Model'], reason: /chat model/ },
] as const;

test.for(refusals)('a wire that doesn’t fit is refused in words: $from to $to', async ({ from, to, reason }) => {
  const { page, path } = await openLooseNodes();
  const before = await storedFlow(tests.jacquard.url, path);
  const source = port(nodeCard(page, from[0]), from[1], 'output');
  const target = port(nodeCard(page, to[0]), to[1], 'input');
  await middleOf(source);
  await holdWire(page, source, await middleOf(target));
  await page.getByRole('main').getByRole('status').getByText(reason).waitFor();
  await page.mouse.up();
  const notice = page.getByRole('alert').filter({ hasText: 'These don’t fit' });
  await notice.getByText(reason).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  expect(await page.getByRole('group', { name: /^Wire from/ }).count()).toBe(0);
  expect(await storedFlow(tests.jacquard.url, path)).toEqual(before);
});

test('a wire let go over empty canvas offers what fits and adds it connected', async () => {
  const { page, path } = await openLooseNodes();
  await middleOf(nodeCard(page, 'Ask'));
  await holdWire(page, port(nodeCard(page, 'Ask'), 'Answer', 'output'), await emptyPlace(page));
  await page.mouse.up();
  const offers = page.getByRole('listbox', { name: 'Add a node' });
  await offer(page, 'Chat output').waitFor();
  expect(await offers.getByText('Chat model', { exact: true }).count()).toBe(0);
  await offer(page, 'Chat output').click();
  await nodeCard(page, 'Chat output').waitFor();
  await untilSaved(page);
  const { nodes } = await storedFlow(tests.jacquard.url, path);
  expect(nodes['chat-output']).toEqual({ type: 'io.chat-output', inputs: { text: { from: 'chat.answer' } } });

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => nodeCard(page, 'Chat output').count()).toBe(0);
});

test('a wire let go over empty canvas from an input offers what gives it', async () => {
  const { page, path } = await openLooseNodes();
  await middleOf(nodeCard(page, 'Ask'));
  await holdWire(page, port(nodeCard(page, 'Ask'), 'Model', 'input'), await emptyPlace(page));
  await page.mouse.up();
  await offer(page, 'OpenAI-compatible model').waitFor();
  expect(await page.getByRole('option').filter({ hasText: 'Prompt template' }).count()).toBe(0);
  await offer(page, 'OpenAI-compatible model').click();
  await untilSaved(page);
  const { nodes } = await storedFlow(tests.jacquard.url, path);
  expect(nodes['chat']?.inputs?.['model']).toEqual({ from: 'openai-compatible.model' });
});

test('a conversion stands where the wire ends: in words where there is room, else as a mark that says them', async () => {
  const converted = (gap: number) => ({
    jacquard: 1,
    name: 'Converted',
    nodes: {
      sum: { type: 'data.arithmetic', title: 'Sum', inputs: { expression: '2 * 2' } },
      chat: { type: 'models.chat', title: 'Ask', inputs: { prompt: { from: 'sum.result' } } },
    },
    layout: { nodes: { sum: { x: 0, y: 0 }, chat: { x: 252 + gap, y: 0 } } },
  });
  const near = await tests.open(await createFlow(tests.jacquard.url, converted(40)));
  const mark = near.getByRole('img', { name: 'Converted on the way: number → text' });
  await mark.waitFor();
  const [shown, card] = [await mark.boundingBox(), await nodeCard(near, 'Ask').boundingBox()];
  expect((shown?.x ?? 0) + (shown?.width ?? 0)).toBeLessThan(card?.x ?? 0);
  await near.getByRole('group', { name: /^Wire from Sum to Ask/ }).focus();
  await near.getByText('Converted on the way: number → text').waitFor();

  const far = await tests.open(await createFlow(tests.jacquard.url, converted(240)));
  await far.getByText('number → text', { exact: true }).waitFor();
});

test('a wire is drawn from an input, too, and taken off with the Delete key', async () => {
  const { page, path } = await openLooseNodes();
  const document = () => storedFlow(tests.jacquard.url, path);
  await drawWire(
    page,
    port(nodeCard(page, 'Ask'), 'Prompt', 'input'),
    port(nodeCard(page, 'Prompt'), 'Text', 'output'),
  );
  const wire = page.getByRole('group', { name: /^Wire from Prompt to Ask, text/ });
  await wire.waitFor({ state: 'attached' });
  await untilSaved(page);
  expect((await document()).nodes['chat']?.inputs).toEqual({ prompt: { from: 'prompt.text' } });
  await wire.focus();
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await document()).nodes['chat']?.inputs ?? {}).toEqual({});
});

async function openLooseNodes(): Promise<{ page: Page; path: string }> {
  const path = await createFlow(tests.jacquard.url, looseNodes);
  const page = await tests.open(path);
  await nodeCard(page, 'Sum').waitFor();
  return { page, path };
}
