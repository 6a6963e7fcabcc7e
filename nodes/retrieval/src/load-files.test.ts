import { fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { loadFiles } from './load-files.ts';

const broken = { source: 'cut.pdf', problem: { code: 'document-damaged', params: { name: 'cut.pdf' } } };

test('what can be read is read, and what can’t is listed with its reason', async () => {
  const services = fakeServices();
  const file = services.store('loom.md', 'The loom reads cards.');
  const { read } = services.knowledge;
  const knowledge = {
    ...services.knowledge,
    read: async (files: Parameters<typeof read>[0]) => ({ ...(await read(files)), unread: [broken] }),
  };
  const { outputs } = await runNode(loadFiles, { inputs: { files: [file] }, services: { ...services, knowledge } });
  expect(outputs).toMatchObject({
    documents: [{ pageContent: 'The loom reads cards.', metadata: { source: 'loom.md' } }],
    unread: [{ source: 'cut.pdf', code: 'document-damaged', params: { name: 'cut.pdf' } }],
  });
});

test('when nothing can be read the node fails, by the first reason', async () => {
  const services = fakeServices();
  const knowledge = { ...services.knowledge, read: async () => ({ documents: [], unread: [broken] }) };
  const run = runNode(loadFiles, { inputs: { files: [] }, services: { ...services, knowledge } });
  await expect(run).rejects.toMatchObject({ code: 'document-damaged', params: { name: 'cut.pdf' } });
});
