import type { Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { nodeCard, untilSaved } from './canvas-page.ts';
import { fieldText } from './field-text.ts';
import { storedFlow, storedFlows } from './flow-api.ts';
import { createGitFolder } from './git-folder.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const folder = createGitFolder('hello-model');
const tests = setUpJacquard(() => ({ folder: folder.path }));
const file = 'hello-model.flow.json';
const path = '/flows/hello-model';

afterAll(() => folder.remove());
beforeEach(() => folder.git('checkout', '--quiet', 'first', '--', '.'));

const instructions = (page: Page) => nodeCard(page, 'Ask the model').getByRole('textbox', { name: 'Instructions' });

test('a prompt that is edited on the canvas is a one-line diff, and a checkout shows on the open canvas', async () => {
  const page = await tests.open(path);
  await instructions(page).fill('Answer as a poet.');
  await untilSaved(page);
  expect(folder.changedLines()).toEqual([
    '-        "system": "Answer in one short sentence."',
    '+        "system": "Answer as a poet."',
  ]);

  folder.git('checkout', '--quiet', '--', file);
  await expect.poll(() => fieldText(instructions(page))).toBe('Answer in one short sentence.');
  await untilSaved(page);
  expect(folder.changedLines()).toEqual([]);
});

test('a line of a longer prompt is a one-line diff, too, and moving a node none of the logic', async () => {
  const page = await tests.open(path);
  await instructions(page).fill('Be brief.\nBe kind.\nBe true.');
  await untilSaved(page);
  folder.git('commit', '--quiet', '--all', '--message', 'Three rules');
  await instructions(page).fill('Be brief.\nBe friendly.\nBe true.');
  await untilSaved(page);
  expect(folder.changedLines().map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
    '- "Be kind.",',
    '+ "Be friendly.",',
  ]);
  folder.git('checkout', '--quiet', '--', file);

  await expect.poll(() => fieldText(instructions(page))).toBe('Be brief.\nBe kind.\nBe true.');
  await nodeCard(page, 'Ask the model').getByText('Ask the model').click();
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => folder.changedLines())
    .toEqual(['-        "y": 60', expect.stringMatching(/^\+ {8}"y": 6[45]$/)]);
});

test.for(['Take theirs, keep mine as a copy', 'Keep mine, theirs as a copy'])(
  'two tabs that save the same flow meet in a dialog that loses nothing: %s',
  async (choice) => {
    const first = await tests.open(path, { tolerated: /412/ });
    const second = await tests.openBeside(first, path);
    const { promise: gate, resolve: release } = Promise.withResolvers<void>();
    await second.route(`**/api/v1${path}`, async (route) => {
      if (route.request().method() === 'PUT') await gate;
      await route.continue();
    });
    const before = await storedFlows(tests.jacquard.url);
    const held = second.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith(path));
    await instructions(second).fill('Mine.');
    await held;
    await instructions(first).fill('Theirs.');
    await untilSaved(first);
    release();

    const dialog = second.getByRole('dialog', { name: 'This flow was also changed elsewhere' });
    await dialog.getByRole('button', { name: 'Keep one as a copy instead' }).click();
    await second.getByRole('menuitem', { name: choice }).click();
    await dialog.waitFor({ state: 'hidden' });
    await untilSaved(second);
    const kept = choice.startsWith('Keep') ? 'Mine.' : 'Theirs.';
    const other = kept === 'Mine.' ? 'Theirs.' : 'Mine.';
    for (const page of [first, second]) await expect.poll(() => fieldText(instructions(page))).toBe(kept);
    expect((await storedFlow(tests.jacquard.url, path)).nodes['chat']?.inputs?.['system']).toBe(kept);
    const [copy] = [...(await storedFlows(tests.jacquard.url)).keys()].filter((id) => !before.has(id));
    const stored = await storedFlow(tests.jacquard.url, `/flows/${copy ?? ''}`);
    expect(stored.nodes['chat']?.inputs?.['system']).toBe(other);
    await second.getByRole('banner').getByRole('link', { name: 'My flows' }).click();
    await second.getByRole('link', { name: stored.name, exact: true }).first().waitFor();
  },
);

test('what another tab saves before this one has heard of its own save shows here, too', async () => {
  const first = await tests.open(path);
  const second = await tests.openBeside(first, path);
  const { promise: gate, resolve: release } = Promise.withResolvers<void>();
  await second.route(`**/api/v1${path}`, async (route) => {
    const response = await route.fetch();
    if (route.request().method() === 'PUT') await gate;
    await route.fulfill({ response });
  });
  await instructions(second).fill('Mine, first.');
  await expect.poll(() => fieldText(instructions(first))).toBe('Mine, first.');
  await instructions(first).fill('Theirs, after it.');
  await untilSaved(first);
  release();
  await expect.poll(() => fieldText(instructions(second))).toBe('Theirs, after it.');
  await untilSaved(second);
});

test('a file that a merge has broken says why and is not written over', async () => {
  const page = await tests.open(path);
  await instructions(page).waitFor();
  const line = '"system": "Answer in one short sentence."';
  const broken = folder.read(file).replace(line, `<<<<<<< HEAD\n${line}\n=======\n"system": "No."\n>>>>>>> other`);
  folder.write(file, broken);
  const banner = page.getByText(/^The file of this flow can’t be read: .*line \d+/i);
  await banner.waitFor();
  await instructions(page).pressSequentially(' More.');
  await page.getByRole('textbox', { name: 'Name of the flow' }).pressSequentially('!');
  await page.getByRole('link', { name: 'My flows' }).first().click();
  await page.getByText(/^The file can’t be read\. .*line \d+/i).waitFor();
  expect(folder.read(file)).toBe(broken);

  await page.goBack();
  await banner.waitFor();
  folder.git('checkout', '--quiet', '--', file);
  await banner.waitFor({ state: 'hidden' });
  await expect.poll(() => fieldText(instructions(page))).toBe('Answer in one short sentence.');
});
