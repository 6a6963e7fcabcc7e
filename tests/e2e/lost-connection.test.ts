import { expect, test } from 'vitest';
import { nodeCard, shownValue, untilRunEnds, untilSaved } from './canvas-page.ts';
import { fieldText } from './field-text.ts';
import { createExample, createFlow, lastRunEvents, storedFlow, storedOutput } from './flow-api.ts';
import { wordsOf } from './record-texts.ts';
import { setUpJacquard } from './set-up-jacquard.ts';
import { storyFlow } from './story-flow.ts';

const tests = setUpJacquard();
const outage =
  /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONTENT_LENGTH_MISMATCH|WebSocket/;

test('a server that dies in a run is said, and when it is back the run goes on and nothing is lost', async () => {
  const { jacquard } = tests;
  const path = await createFlow(jacquard.url, storyFlow);
  const page = await tests.open(path, { tolerated: outage });
  await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  await shownValue(nodeCard(page, 'Ask')).waitFor({ timeout: 30_000 });

  await jacquard.stop('SIGKILL');
  const banner = page.getByText(/^The server can’t be reached\. What you change is kept here/);
  await banner.waitFor();
  const template = nodeCard(page, 'Prompt').getByRole('textbox', { name: 'Template' });
  await template.fill('Edited while the server was away.');
  const notSaved = page.getByRole('alert').getByText(/^Not saved: /);
  await notSaved.waitFor();
  await page.getByRole('textbox', { name: 'Name of the flow' }).fill('A story of the outage');
  await nodeCard(page, 'Reply').getByText('Reply', { exact: true }).first().click();
  await page.keyboard.press('Delete');
  await nodeCard(page, 'Reply').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo: delete a node' }).click();
  await nodeCard(page, 'Reply').waitFor();

  await jacquard.restart();
  await banner.waitFor({ state: 'hidden' });
  await untilSaved(page);
  const saved = await storedFlow(jacquard.url, path);
  expect(saved.name).toBe('A story of the outage');
  expect(saved.nodes['prompt']?.inputs).toEqual({ template: 'Edited while the server was away.' });
  expect(saved.nodes['reply']).toEqual(storyFlow.nodes.reply);
  await untilRunEnds(page);
  const events = await lastRunEvents(jacquard.url, path);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.filter(({ type }) => type === 'run-resume')).toHaveLength(1);
  expect(events.at(-1)).toMatchObject({ type: 'run-end', status: 'completed' });
  const stored = await storedOutput(jacquard.url, path, 'chat', 'answer');
  const chat = page.getByRole('tabpanel', { name: 'Chat' });
  await expect.poll(async () => wordsOf((await chat.textContent()) ?? '')).toContain(wordsOf(stored));
  expect(wordsOf((await shownValue(nodeCard(page, 'Reply')).textContent()) ?? '')).toContain(
    wordsOf(stored.slice(0, 600)),
  );
});

test('a message that could not be sent stays where it was written, and is sent when the server is back', async () => {
  const { jacquard } = tests;
  const path = await createExample(jacquard.url, 'hello-model');
  const page = await tests.open(path, { tolerated: outage });
  const field = page.getByRole('tabpanel', { name: 'Chat' }).getByRole('textbox', { name: 'Question' });
  await field.fill('Who wrote Hamlet?');
  await jacquard.stop('SIGKILL');
  await field.press('Enter');
  await page
    .getByRole('alert')
    .getByText(/server/)
    .first()
    .waitFor();
  await expect.poll(() => field.inputValue()).toBe('Who wrote Hamlet?');

  await jacquard.restart();
  await expect.poll(() => page.getByText(/^The server can’t be reached/).count(), { timeout: 30_000 }).toBe(0);
  await field.press('Enter');
  await page.getByRole('article', { name: 'You' }).getByText('Who wrote Hamlet?').waitFor();
  await untilRunEnds(page);
  const stored = await storedOutput(jacquard.url, path, 'chat', 'answer');
  const answer = page.getByRole('article', { name: 'Answer' });
  await expect.poll(async () => wordsOf((await answer.textContent()) ?? '')).toContain(wordsOf(stored));
});

test('what a page could not save before it was closed is offered when the flow is opened again', async () => {
  const { jacquard } = tests;
  const path = await createFlow(jacquard.url, storyFlow);
  const page = await tests.open(path, { tolerated: outage });
  const template = nodeCard(page, 'Prompt').getByRole('textbox', { name: 'Template' });
  await template.waitFor();
  await jacquard.stop('SIGKILL');
  await template.fill('Written on a page that was closed.');
  await page
    .getByRole('alert')
    .getByText(/^Not saved: /)
    .waitFor();
  const next = await page.context().newPage();
  await page.close();
  await jacquard.restart();

  await next.goto(jacquard.url + path);
  await next.getByText(/were not saved: the page was closed/).waitFor();
  expect((await storedFlow(jacquard.url, path)).nodes['prompt']?.inputs).toEqual(storyFlow.nodes.prompt.inputs);
  await next.getByRole('button', { name: 'Take them in' }).click();
  const again = nodeCard(next, 'Prompt').getByRole('textbox', { name: 'Template' });
  await expect.poll(() => fieldText(again)).toBe('Written on a page that was closed.');
  await untilSaved(next);
  await expect
    .poll(async () => (await storedFlow(jacquard.url, path)).nodes['prompt']?.inputs)
    .toEqual({ template: 'Written on a page that was closed.' });
  await next.reload();
  await again.waitFor();
  await expect.poll(() => fieldText(again)).toBe('Written on a page that was closed.');
  expect(await next.getByText(/were not saved/).count()).toBe(0);
});
