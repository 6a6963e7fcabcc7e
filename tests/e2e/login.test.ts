import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readingRoomRules } from '../fixtures/reading-room.ts';
import { nodeCard, untilSaved } from './canvas-page.ts';
import { ask, sources } from './chat-page.ts';
import { dropFiles } from './drop-files.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({
  withoutModel: true,
  environment: { HOST: '0.0.0.0', JACQUARD_NETWORK: 'none' },
}));

const password = 'threads of many colours';
/** What a browser logs of a door that is shut, and of headers that need https; the machine's own address is the other host. */
const tolerated = /status of (?:401|403|503)|WebSocket|Cross-Origin-Opener-Policy|another host was asked: [\d.]+:\d+$/;

/** The one-time link, by an address that isn't loopback's. */
async function setUpLink(): Promise<string> {
  const pattern = /http:\/\/(?!127\.)[\d.]+:\d+\/setup#[\w-]+/;
  await expect.poll(() => tests.jacquard.output()).toMatch(pattern);
  return pattern.exec(tests.jacquard.output())?.[0] ?? '';
}

test('from another address: locked at first, and after the password everything works over plain http', async () => {
  const link = await setUpLink();
  const page = await tests.open('/', { tolerated });
  await page.getByText('Open the link that it printed when it started').waitFor();
  await page.goto(link);
  await setPassword(page);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  expect(page.url()).not.toContain('setup');

  await askOwnFile(page, new URL(link).origin);
  await copyNode(page);
  await signOutMeanwhile(page, new URL(link).origin);
}, 300_000);

async function setPassword(page: Page): Promise<void> {
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('At least 10 characters').waitFor();
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('Once more').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
}

/** The path of the first session, with a file of one's own: drop it, ask it, read where the answer is from. */
async function askOwnFile(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/flows`);
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('heading', { name: 'An empty canvas' }).waitFor();
  await dropFiles(page.getByRole('application'), [readingRoomRules('nine')]);
  const offers = page.getByRole('dialog').getByRole('button');
  await offers.filter({ hasText: 'Ask questions about' }).click();
  await nodeCard(page, 'Answer').waitFor();
  const answer = await ask(page, 'When does the reading room open?');
  await sources(answer).first().locator('mark').filter({ hasText: 'opens at nine' }).waitFor();
}

/** Copies and pastes by the keys, and takes it back. */
async function copyNode(page: Page): Promise<void> {
  const copies = page.getByRole('group', { name: /^Search/ });
  await nodeCard(page, 'Search').getByText('Search', { exact: true }).first().click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect.poll(() => copies.count()).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => copies.count()).toBe(1);
  await untilSaved(page);
}

/** Signed out elsewhere in the middle of a question: one signs in where one is, and the question still stands there. */
async function signOutMeanwhile(page: Page, origin: string): Promise<void> {
  const field = page.getByPlaceholder('Write to the flow…');
  await field.fill('And when does it');
  const other = await tests.openBeside(page, '/healthz');
  await other.goto(`${origin}/access`);
  await makeKey(other);
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();

  await page.getByText('What you had open is still here').waitFor();
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('This is not the password.').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('And when does it');
  await field.fill('When does the reading room open?');
  await field.press('Enter');
  await expect.poll(() => page.getByRole('log').getByRole('article', { name: 'Answer' }).count()).toBe(2);
}

/** A key is shown once, copied without a secure context, and seen in the list and in the log of what was done. */
async function makeKey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('What it is for').fill('Website');
  await page.getByLabel('Calls a minute').fill('60');
  await page.getByRole('form', { name: 'Make a key' }).getByRole('button', { name: 'Make a key' }).click();
  const made = page.getByRole('group', { name: 'Here is the key' });
  const text = await made.locator('code').textContent();
  expect(text).toMatch(/^jq_[a-z0-9]{8}_[\w-]{43}$/);
  await made.getByRole('button', { name: 'Copy the key' }).click();
  await made.getByText('Copied').waitFor();
  await made.getByRole('button', { name: 'I have it' }).click();
  const name = page.getByLabel('What it is for');
  expect(await name.count()).toBe(0);
  await page.getByText('Calls a minute: 60 of 60 left').waitFor();
  await page.reload();
  await page.getByRole('row', { name: /Made a key .*Website/ }).waitFor();
  expect(await page.content()).not.toContain(text);
}
