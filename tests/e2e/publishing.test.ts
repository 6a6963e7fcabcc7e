import { flowInterfaceAnswerSchema, publicationListSchema } from '@jacquard/protocol';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodeCard, untilSaved } from './canvas-page.ts';
import { createFlow } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard();

const flow = {
  jacquard: 1,
  name: 'Shout',
  nodes: {
    topic: { type: 'io.text-input', title: 'Topic' },
    split: { type: 'data.split', title: 'Split', inputs: { text: { from: 'topic.text' } } },
    join: { type: 'data.join', title: 'Join', inputs: { texts: { from: 'split.parts' }, separator: ', ' } },
    reply: { type: 'io.text-output', title: 'Reply', inputs: { text: { from: 'join.text' } } },
  },
  layout: {
    nodes: { topic: { x: 0, y: 0 }, split: { x: 340, y: 0 }, join: { x: 680, y: 0 }, reply: { x: 1020, y: 0 } },
  },
} as const;

const dialog = (page: Page) => page.getByRole('dialog');
const published = (page: Page, number: number) =>
  page.getByText(`Version ${number} is published: callers get it now.`).waitFor();

/** What the server says of the flow under an address of its API. */
async function ask(path: string): Promise<unknown> {
  return (await fetch(`${tests.jacquard.url}/api/v1${path}`)).json();
}

async function versionOfCallers(path: string): Promise<string> {
  const { publications } = publicationListSchema.parse(await ask(`${path}/publications`));
  return publications.map(({ number, labels }) => [number, ...labels].join(' ')).join(', ');
}

async function openTab(page: Page, name: 'Node' | 'Versions'): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
}

test('a flow is published; what would break its callers is said before the next version, and one goes back', async () => {
  const path = await createFlow(tests.jacquard.url, flow);
  const page = await tests.open(path);
  await nodeCard(page, 'Join').getByText('Join', { exact: true }).first().click();
  await openTab(page, 'Node');
  await page.getByText('What callers may change').click();
  await page.getByRole('checkbox', { name: 'Callers may change “Between them”' }).check();
  await untilSaved(page);

  // The first version is the flow as it was before this session of work.
  await page.getByRole('button', { name: 'Versions of this flow' }).click();
  await page.getByText('Not published yet').waitFor();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await dialog(page).getByText('This is the first published version.').waitFor();
  await dialog(page).getByLabel('Name (optional)').fill('Spring');
  await dialog(page).getByRole('combobox', { name: 'Label (optional)' }).fill('production');
  await dialog(page).getByRole('button', { name: 'Publish', exact: true }).click();
  await published(page, 2);
  const { inputs, overrides } = flowInterfaceAnswerSchema.parse(await ask(`${path}/interface?version=production`));
  expect([inputs.map(({ id }) => id), overrides.map(({ id }) => id)]).toEqual([['topic'], ['join.separator']]);

  await openTab(page, 'Node');
  await page.getByRole('checkbox', { name: 'Callers may change “Between them”' }).uncheck();
  await nodeCard(page, 'Topic').getByText('Topic', { exact: true }).first().click();
  await page.keyboard.press('Delete');
  await nodeCard(page, 'Split').getByRole('textbox', { name: 'Text' }).fill('one');
  await untilSaved(page);
  await openTab(page, 'Versions');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await dialog(page).getByText('2 changes would break programs that call the flow').waitFor();
  await dialog(page).getByText('The input “topic” (Topic) is gone. Calls that give it are refused.').waitFor();
  await dialog(page).getByText('Callers may no longer change “join.separator”.').waitFor();
  expect(await versionOfCallers(path)).toBe('2 production');
  await dialog(page).getByRole('button', { name: 'Publish all the same' }).click();
  await published(page, 3);
  await page.getByText('Callers get version 3, published').waitFor();
  expect(await versionOfCallers(path)).toBe('3, 2 production');

  await page.getByRole('button', { name: 'What can be done with version 2' }).click();
  await page.getByRole('menuitem', { name: 'Roll back callers to it…' }).click();
  await dialog(page).getByText('The input “topic” (Topic) is new and must be given.').waitFor();
  await dialog(page).getByRole('button', { name: 'Roll back all the same' }).click();
  await page.getByText('Callers get version 2, published').waitFor();
  expect(await versionOfCallers(path)).toBe('2 production, 3');

  await page.getByRole('button', { name: 'What can be done with version 3' }).click();
  await page.getByRole('menuitem', { name: 'Labels…' }).click();
  await dialog(page).getByRole('combobox', { name: 'New label, or one to move here' }).fill('production');
  await dialog(page).getByText('It names version 2 now.').waitFor();
  await dialog(page).getByRole('button', { name: 'Put it here' }).click();
  await dialog(page).getByText('@production').waitFor();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'What can be done with version 2' }).click();
  await page.getByRole('menuitem', { name: 'Withdraw…' }).click();
  await dialog(page).getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Callers get version 3, published').waitFor();
  expect(await versionOfCallers(path)).toBe('3 production');
});
