import { expect, test } from 'vitest';
import { nodeCard } from './canvas-page.ts';
import { dropFiles } from './drop-files.ts';
import { createExample, storedFlow, storedFlows } from './flow-api.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ withoutModel: true, environment: { JACQUARD_NETWORK: 'none' } }));

test('a file dropped on a field of a node belongs to the flow, and to that field alone', async () => {
  const path = await createExample(tests.jacquard.url, 'summarise-a-file');
  const page = await tests.open(path);
  const node = nodeCard(page, 'Document');
  const name = node.getByText('the-loom-that-read-cards.md');
  await name.waitFor();
  await dropFiles(name, [{ name: 'weft.md', content: 'The weft crosses the warp.' }]);

  await node.getByText('weft.md').waitFor();
  await expect
    .poll(async () => JSON.stringify((await storedFlow(tests.jacquard.url, path)).nodes['document']))
    .toContain('weft.md');
});

test('a file dropped beside the conversation is the input of the next run, and the flow stays as it is', async () => {
  const path = await createExample(tests.jacquard.url, 'summarise-a-file');
  const page = await tests.open(path);
  const chat = page.getByRole('tabpanel', { name: 'Chat' });
  await chat.waitFor();
  await dropFiles(chat, [{ name: 'heddle.md', content: 'The heddle lifts the warp.' }]);

  await chat.getByText('heddle.md').first().waitFor();
  expect(JSON.stringify(await storedFlow(tests.jacquard.url, path))).not.toContain('heddle.md');
});

test('a flow dropped on My flows is imported', async () => {
  const page = await tests.open('/flows');
  const document = { jacquard: 1, name: 'Dropped from a friend', nodes: {} };
  await page.getByRole('heading', { level: 1, name: 'My flows' }).waitFor();
  await dropFiles(page.getByRole('main'), [{ name: 'friend.flow.json', content: JSON.stringify(document) }]);
  await expect.poll(async () => [...(await storedFlows(tests.jacquard.url)).values()]).toContain(document.name);
});
