import { expect, test } from 'vitest';
import { createFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

test('results of a flow without a chat read like answers, and a panel holds the tools of a table in one line', async () => {
  const path = await createFlow(tests.jacquard.url, resultsFlow);
  const page = await tests.open(path, { viewport: { width: 1280, height: 720 } });
  const panel = page.getByRole('tabpanel', { name: 'Chat' });
  await panel.getByRole('button', { name: 'Run' }).click();

  const letter = panel.getByRole('region', { name: 'Letter' });
  await letter.getByRole('heading', { name: 'Dear weaver' }).waitFor();
  expect(await letter.getByRole('radiogroup').count()).toBe(0);
  expect(await letter.getByRole('button').allTextContents()).toEqual(['Copy']);

  const cloths = panel.getByRole('region', { name: 'Cloths' });
  await cloths.getByRole('cell', { name: 'Linen' }).waitFor();
  const bar = cloths.getByRole('radiogroup').locator('..');
  expect(await bar.evaluate(linesOf)).toBe(1);
  await cloths.getByRole('textbox', { name: 'Find' }).fill('silk');
  await cloths.getByText('1 found').waitFor();
  await cloths.getByRole('cell', { name: 'Linen' }).waitFor({ state: 'detached' });
});

test('data that a flow takes is written in an editor, which says where it stops being JSON', async () => {
  const page = await tests.open(await createFlow(tests.jacquard.url, dataFlow));
  const panel = page.getByRole('tabpanel', { name: 'Chat' });
  const field = panel.getByRole('textbox', { name: 'Order' });
  await field.click();
  await panel.locator('.cm-editor').waitFor();
  await field.fill('{"cloth": linen}');
  await panel.getByText(/line 1/i).waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await field.fill('{"cloth": "linen"}');
  await panel.getByText(/line 1/i).waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: 'Run' }).click();
  await panel.getByRole('region', { name: 'Copy' }).getByText('linen').waitFor();
});

/** On how many lines the children of a box stand. */
function linesOf(box: Element): number {
  const middles = [...box.children].flatMap((child) => {
    const { top, height } = child.getBoundingClientRect();
    return height === 0 ? [] : [Math.round((top + height / 2) / 8)];
  });
  return new Set(middles).size;
}

const cloths = 'cloth,metres,note\nLinen,522,=1+1\nSilk,348,plain\nWool,2102,"+cmd|calc"';

const resultsFlow = {
  jacquard: 1,
  name: 'Two results',
  nodes: {
    letter: { type: 'prompts.template', inputs: { template: '# Dear weaver\n\nThe cloth is **ready**.' } },
    cloths: { type: 'data.parse-csv', inputs: { text: cloths } },
    text: { type: 'io.text-output', title: 'Letter', inputs: { text: { from: 'letter.text' } } },
    table: { type: 'io.table-output', title: 'Cloths', inputs: { table: { from: 'cloths.table' } } },
  },
  layout: {
    nodes: {
      letter: { x: 0, y: 0 },
      cloths: { x: 0, y: 260 },
      text: { x: 320, y: 0 },
      table: { x: 320, y: 260 },
    },
  },
};

const dataFlow = {
  jacquard: 1,
  name: 'An order',
  nodes: {
    order: { type: 'io.json-input', title: 'Order' },
    copy: { type: 'io.json-output', title: 'Copy', inputs: { json: { from: 'order.json' } } },
  },
  layout: { nodes: { order: { x: 0, y: 0 }, copy: { x: 320, y: 0 } } },
};
