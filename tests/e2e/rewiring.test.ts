import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { holdWire, middleOf, nodeCard, offer, port, untilSaved } from './canvas-page.ts';
import { createFlow, storedFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ withoutModel: true, environment: { JACQUARD_NETWORK: 'none' } }));

//   question ──▶ ask ──▶ reply        loose: shorten, number
const chain = {
  jacquard: 1,
  name: 'Chain',
  nodes: {
    question: { type: 'io.text-input', title: 'Question', inputs: { default: 'Why?' } },
    model: { type: 'models.chat-model', title: 'Model node' },
    ask: {
      type: 'models.chat',
      title: 'Ask',
      inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' }, system: 'Be brief.' },
    },
    reply: { type: 'io.text-output', title: 'Reply', inputs: { text: { from: 'ask.answer' } } },
    shorten: { type: 'models.chat', title: 'Shorten', inputs: { model: { from: 'model.model' } } },
    sum: { type: 'data.arithmetic', title: 'Sum', inputs: { expression: '{{price}} * 2' } },
  },
  layout: {
    nodes: {
      question: { x: 0, y: 0 },
      model: { x: 0, y: 300 },
      ask: { x: 330, y: 0 },
      reply: { x: 900, y: 0 },
      shorten: { x: 330, y: 420 },
      sum: { x: 900, y: 420 },
    },
  },
};

test('a node is dropped on a wire, one is put in by the wire’s list, and each is one step of undo', async () => {
  const { page, inputs, before } = await openChain();
  await dragOntoWire(page, 'Shorten', /^Wire from Ask to Reply, text/, true);
  await expect.poll(inputs).toMatchObject({
    shorten: { model: { from: 'model.model' }, prompt: { from: 'ask.answer' } },
    reply: { text: { from: 'shorten.answer' } },
  });
  await page.keyboard.press('Control+z');
  await expect.poll(() => storedFlow(tests.jacquard.url, pathOf(page))).toEqual(before);

  const wire = page.getByRole('group', { name: /^Wire from Question to Ask/ });
  await wire.focus();
  await page.keyboard.press('/');
  await offer(page, 'Prompt template').waitFor();
  expect(await offer(page, 'Chat model').count()).toBe(0);
  await page.getByRole('combobox', { name: 'Search nodes' }).fill('prompt template');
  await page.keyboard.press('Enter');
  await expect.poll(inputs).toMatchObject({
    template: { text: { from: 'question.text' } },
    ask: { prompt: { from: 'template.text' } },
  });
  await page.keyboard.press('Control+z');
  await expect.poll(() => storedFlow(tests.jacquard.url, pathOf(page))).toEqual(before);
});

test('a node that doesn’t fit a wire is refused with the reason, and the wire stays', async () => {
  const { page, inputs } = await openChain();
  await dragOntoWire(page, 'Sum', /^Wire from Ask to Reply, text/, false);
  await page
    .getByRole('alert')
    .filter({ hasText: 'These don’t fit' })
    .getByText(/A text is not a number/)
    .waitFor();
  await untilSaved(page);
  expect(await inputs()).toMatchObject({ reply: { text: { from: 'ask.answer' } } });
});

test('a node is replaced with its wires and texts, and what finds no place is told', async () => {
  const { page, inputs, before } = await openChain();
  await nodeCard(page, 'Ask').getByText('Ask', { exact: true }).click();
  await page.keyboard.press('r');
  const list = page.getByRole('listbox', { name: 'Add a node' });
  await list.getByText('Takes the place of “Ask”').waitFor();
  await page.getByRole('combobox', { name: 'Search nodes' }).fill('split');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: '“Ask” was replaced' })
    .getByText(/from “Model node”/)
    .waitFor();
  await expect.poll(inputs).toMatchObject({ ask: { text: { from: 'question.text' } } });
  await page.keyboard.press('Control+z');
  await expect.poll(() => storedFlow(tests.jacquard.url, pathOf(page))).toEqual(before);
});

test('a node is deleted and what stood around it joined; a wire’s end is moved to another port', async () => {
  const { page, inputs, before } = await openChain();
  await nodeCard(page, 'Ask').getByText('Ask', { exact: true }).click();
  await page.keyboard.press('Control+Delete');
  await expect.poll(inputs).toMatchObject({ reply: { text: { from: 'question.text' } } });
  expect(await inputs()).not.toHaveProperty('ask');
  await page.keyboard.press('Control+z');
  await expect.poll(() => storedFlow(tests.jacquard.url, pathOf(page))).toEqual(before);

  const end = port(nodeCard(page, 'Reply'), 'Text', 'input');
  const { x, y } = await middleOf(end);
  const to = await middleOf(port(nodeCard(page, 'Shorten'), 'Prompt', 'input'));
  await page.mouse.move(x - 14, y);
  await page.mouse.down();
  await page.mouse.move((x + to.x) / 2, (y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await expect.poll(inputs).toMatchObject({ shorten: { prompt: { from: 'ask.answer' } } });
  expect((await inputs())['reply'] ?? {}).toEqual({});
});

test('rows, data and nodes from elsewhere are pasted as nodes, and foreign ones ask before they run', async () => {
  const { question, reply } = chain.nodes;
  const nodes = { question, reply: { ...reply, inputs: { text: { from: 'question.text' } } } };
  const { page, inputs } = await openChain({ ...chain, nodes, layout: {} }, 'Reply');
  await paste(page, 'name\tprice\nlinen\t4\n');
  await page.getByRole('alert').filter({ hasText: 'a node that gives a table' }).waitFor();
  await paste(page, '{"a": [1, 2]}');
  await page.getByRole('alert').filter({ hasText: 'a node that gives it' }).waitFor();
  await expect.poll(inputs).toMatchObject({
    'parse-csv': { text: { lines: ['name,price', 'linen,4'] } },
    'parse-json': { text: { lines: ['{', '  "a": [', '    1,', '    2', '  ]', '}'] } },
  });
  await paste(page, '{ "jacquard": 1, "nodes": ');
  await page.getByRole('alert').filter({ hasText: 'This can’t be pasted' }).waitFor();
  const foreign = { type: 'models.openai-compatible', inputs: { baseUrl: 'http://127.0.0.1:9/v1', model: 'm' } };
  await paste(
    page,
    JSON.stringify({
      spy: foreign,
      talk: { type: 'models.chat', inputs: { model: { from: 'spy.model' }, prompt: 'Hi' } },
    }),
  );
  await page.getByRole('alert').filter({ hasText: 'It comes from elsewhere' }).waitFor();
  const saved = async (): Promise<unknown> => (await fetch(`${tests.jacquard.url}/api/v1${pathOf(page)}`)).json();
  await expect.poll(saved).toMatchObject({ imported: true });
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/http:\/\/127\.0\.0\.1:9/).waitFor();
});

async function openChain(document: object = chain, last = 'Sum') {
  const { url } = tests.jacquard;
  const path = await createFlow(url, document);
  const page = await tests.open(path);
  await nodeCard(page, last).waitFor();
  const before = await storedFlow(url, path);
  const inputs = async (): Promise<Record<string, unknown>> => {
    const { nodes } = await storedFlow(url, path);
    return Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, node.inputs]));
  };
  return { page, inputs, before };
}

function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}

/** Drags a node by its title until the pointer is on the middle of a wire, sees what the wire says, and lets go. */
async function dragOntoWire(page: Page, title: string, wire: RegExp, fits: boolean): Promise<void> {
  const path = page.getByRole('group', { name: wire }).locator('.react-flow__edge-path');
  await middleOf(nodeCard(page, title));
  const to = await path.evaluate((element: SVGPathElement) => {
    const middle = element.getPointAtLength(element.getTotalLength() / 2);
    const { x, y } = middle.matrixTransform(element.getScreenCTM() ?? new DOMMatrix());
    return { x, y };
  });
  await holdWire(page, nodeCard(page, title).getByText(title, { exact: true }), to);
  await expect.poll(() => path.getAttribute('data-held')).toBe(fits ? 'fits' : 'refused');
  await page.mouse.up();
}

/** Pastes a text as the browser does when it comes from another program. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.setData('text/plain', given);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}
