import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodeCard, shownValue, untilRunEnds } from './canvas-page.ts';
import { createFlow, startRun, storedOutput } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

const rows = 2_000;
const columns = Array.from({ length: 50 }, (_, column) => (column === 0 ? 'name' : `column ${column}`));
const sheet = [
  columns.join(','),
  ...Array.from({ length: rows }, (_, row) =>
    columns.map((_name, column) => (column === 0 ? `thread ${row}` : (row * 37 * column) % 1009)).join(','),
  ),
].join('\n');
const lines = Array.from(
  { length: 60_000 },
  (_, line) => `Line ${line}: the cloth grows by one thread with each pick.`,
);
const longText = lines.map((line) => line.padEnd(90, '.')).join('\n');

const cloths = 'cloth,metres,note\nLinen,522,=1+1\nSilk,348,plain\nWool,2102,"+cmd|calc"';

const bigFlow = {
  jacquard: 1,
  name: 'Big values',
  nodes: {
    sheet: { type: 'io.text-input', title: 'Sheet', inputs: { default: 'a\n1' } },
    story: { type: 'io.text-input', title: 'Story', inputs: { default: 'short' } },
    table: { type: 'data.parse-csv', title: 'Table', inputs: { text: { from: 'sheet.text' } } },
    whole: { type: 'data.join', title: 'Whole', inputs: { texts: [{ from: 'story.text' }] } },
    cloths: { type: 'data.parse-csv', title: 'Cloths', inputs: { text: cloths } },
  },
  layout: {
    nodes: {
      sheet: { x: 0, y: 0 },
      story: { x: 0, y: 260 },
      table: { x: 300, y: 0 },
      whole: { x: 300, y: 260 },
      cloths: { x: 600, y: 0 },
    },
  },
};

test('a table of 2,000 rows and a text of 5 MB are looked at, ordered, searched and saved while the page answers', async () => {
  const { url } = tests.jacquard;
  const path = await createFlow(url, bigFlow);
  await startRun(url, path, { sheet, story: longText });
  const page = await tests.open(path);

  const small = nodeCard(page, 'Cloths');
  await small.getByRole('cell', { name: 'Linen' }).waitFor();
  await small.getByRole('img', { name: 'metres: from 348 to 2,102' }).waitFor();
  await shownValue(small).click();
  const forms = page.getByRole('radiogroup', { name: 'How it is shown' });
  await forms.getByText('Chart').click();
  await page.getByRole('figure', { name: 'Chart of metres' }).locator('svg').getByText('Silk').waitFor();
  await forms.getByText('Table').click();
  expect(await savedCsv(page)).toBe(
    "\uFEFFcloth,metres,note\r\nLinen,522,'=1+1\r\nSilk,348,plain\r\nWool,2102,'+cmd|calc\r\n",
  );

  await shownValue(nodeCard(page, 'Table')).click();
  await page.getByText('2,000 rows · 50 columns').waitFor();
  await cell(page, 'thread 0').waitFor();
  const order = page.getByRole('button', { name: 'Order by column 2', exact: true });
  await order.click();
  await order.click();
  expect(await firstNames(page)).toEqual(namesByColumn2().slice(0, 3));
  await find(page, 'thread 1999');
  await page.getByText('1 found').waitFor();
  expect(await firstNames(page)).toEqual(['thread 1999']);

  await shownValue(nodeCard(page, 'Whole')).click();
  await page.getByRole('button', { name: /^Show all of it/ }).click();
  const text = page.getByRole('region', { name: 'Text' });
  await text.getByText('Line 0:').waitFor();
  await find(page, 'line 59999');
  await text.getByText('Line 59999:').waitFor();
  expect(await text.getByText('Line 0:').count()).toBe(0);
  const timeline = page.getByRole('tab', { name: 'Timeline' });
  await timeline.click();
  expect(await timeline.getAttribute('aria-selected')).toBe('true');
});

test('what a model was really asked, and what came back, stand at its node', async () => {
  const { url } = tests.jacquard;
  const path = await createFlow(url, askFlow);
  const page = await tests.open(path);
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  await shownValue(nodeCard(page, 'Ask')).waitFor({ timeout: 60_000 });
  await untilRunEnds(page);
  await nodeCard(page, 'Ask').getByText('Ask', { exact: true }).click();
  await page.getByRole('tab', { name: 'Node' }).click();

  const sent = page.getByRole('group', { name: 'What was sent' });
  await sent.getByText('stays on this machine').waitFor();
  expect(await sent.textContent()).toMatch(/Instructions.*Answer like a weaver\..*Person.*Name one thread\./);
  const raw = await storedOutput(url, path, 'chat', 'answer');
  const back = page.getByRole('group', { name: 'What came back' });
  expect(await back.locator('pre').textContent()).toContain(raw.trim());
  const settings = page.getByRole('group', { name: 'Settings' });
  for (const setting of ['temperature0.7', 'seed7', 'maxTokens24'])
    expect((await settings.textContent())?.replaceAll(/\s/g, '')).toContain(setting);
});

test('an error marks its field and says what to do; the rest keeps its values', async () => {
  const path = await createFlow(tests.jacquard.url, brokenFlow);
  const page = await tests.open(path);
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  const error = nodeCard(page, 'Pick').getByRole('alert');
  await error.getByText('Not a path').waitFor();
  await error.getByText(/A path begins with \$/).waitFor();
  await untilRunEnds(page);
  await shownValue(nodeCard(page, 'Cloths')).waitFor();

  await error.getByRole('button', { name: 'Show the field: Path' }).click();
  await page.locator('[data-faulty="true"] :focus').waitFor();
  await page.locator('summary', { hasText: 'Details' }).click();
  await page.getByText('json-path-not-valid').waitFor();
  expect(await nodeCard(page, 'Cloths').getByRole('alert').count()).toBe(0);
});

test('Markdown of a model that means harm loads nothing, runs nothing and hides no address', async () => {
  const { url } = tests.jacquard;
  const page = await tests.open(await createFlow(url, hostileFlow));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  await shownValue(nodeCard(page, 'Letter')).click();
  await untilRunEnds(page);
  for (const place of [
    page.getByRole('tabpanel', { name: 'Chat' }),
    page.getByRole('tabpanel').filter({ hasText: 'Input or output' }),
  ]) {
    const link = place.getByRole('link', { name: /your bank/ });
    await link.waitFor();
    expect(await link.textContent()).toContain('evil.test');
    expect(await link.getAttribute('rel')).toContain('noreferrer');
    expect(await place.getByRole('link', { name: /click me/ }).count()).toBe(0);
    expect(await place.locator('img, script, iframe, form, svg[onload]').count()).toBe(0);
    await place.getByRole('link', { name: /Open in a new tab: picture/ }).waitFor();
    const table = place.getByRole('table');
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(['thread', 'metres']);
    await table.getByRole('cell', { name: '522', exact: true }).waitFor();
    expect(await table.getByRole('link').allTextContents()).toEqual([expect.stringContaining('(evil.test)')]);
  }
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  expect(asked.filter((address) => !address.startsWith(url) && !/^(?:data|blob):/.test(address))).toEqual([]);
});

function cell(page: Page, text: string): Locator {
  return page.getByRole('cell', { name: text, exact: true });
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByRole('tabpanel').getByRole('textbox', { name: 'Find' }).last().fill(text);
}

/** What stands in the first column of the rows in sight, as they stand below one another. */
async function firstNames(page: Page): Promise<readonly string[]> {
  const table = page.getByRole('region', { name: 'Table' });
  await expect.poll(async () => table.getByRole('row').count()).toBeGreaterThan(1);
  await page.waitForTimeout(300);
  const texts = await table.getByRole('row').evaluateAll((found) =>
    found
      .map((row) => ({ at: Number(row.getAttribute('aria-rowindex')), name: row.querySelector('[role="cell"]') }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ name }) => name?.textContent ?? ''),
  );
  return texts.filter((text) => text !== '').slice(0, 3);
}

function namesByColumn2(): readonly string[] {
  return Array.from({ length: rows }, (_, row) => ({ row, value: (row * 74) % 1009 }))
    .toSorted((one, other) => other.value - one.value || one.row - other.row)
    .map(({ row }) => `thread ${row}`);
}

async function savedCsv(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await page.getByRole('menuitem', { name: /\.csv/ }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('Cloths table.csv');
  return readFile(await saved.path(), 'utf8');
}

const askFlow = {
  jacquard: 1,
  name: 'Ask once',
  nodes: {
    model: { type: 'models.chat-model', inputs: { model: 'default', temperature: 0.7, maxTokens: 24 } },
    chat: {
      type: 'models.chat',
      title: 'Ask',
      inputs: {
        model: { from: 'model.model' },
        system: 'Answer like a weaver.',
        prompt: 'Name one thread.',
        seed: 7,
      },
    },
    reply: { type: 'io.chat-output', title: 'Reply', inputs: { text: { from: 'chat.answer' } } },
  },
  layout: { nodes: { model: { x: 0, y: 0 }, chat: { x: 320, y: 0 }, reply: { x: 640, y: 0 } } },
};

const brokenFlow = {
  jacquard: 1,
  name: 'A broken path',
  nodes: {
    cloths: { type: 'data.parse-csv', title: 'Cloths', inputs: { text: cloths } },
    pick: { type: 'data.json-path', title: 'Pick', inputs: { json: { from: 'cloths.table' }, path: 'rows[' } },
  },
  layout: { nodes: { cloths: { x: 0, y: 0 }, pick: { x: 320, y: 0 } } },
};

const hostile = [
  '# Report',
  '![picture](https://evil.test/pixel.png)',
  '[your bank](https://evil.test/login) and [click me](javascript:window.harmed=1)',
  '<img src="https://evil.test/x.png" onerror="window.harmed=1"><script>window.harmed=1</script>',
  '<iframe src="https://evil.test/"></iframe><svg onload="window.harmed=1"></svg><form action="https://evil.test/"></form>',
  '![inline](data:image/svg+xml,<svg onload=alert(1)>)',
  [
    '| thread | metres |',
    '| :--- | ---: |',
    '| linen | 522 |',
    '| [seller](javascript:window.harmed=1) | ![chart](https://evil.test/chart.png)<img src="x" onerror="window.harmed=1"> |',
  ].join('\n'),
].join('\n\n');

const hostileFlow = {
  jacquard: 1,
  name: 'A letter',
  nodes: {
    letter: { type: 'prompts.template', title: 'Letter', inputs: { template: hostile } },
    reply: { type: 'io.chat-output', title: 'Reply', inputs: { text: { from: 'letter.text' } } },
  },
  layout: { nodes: { letter: { x: 0, y: 0 }, reply: { x: 320, y: 0 } } },
};
