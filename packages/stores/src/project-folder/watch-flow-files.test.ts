import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseFlow } from '@jacquard/flow';
import { expect, test, vi } from 'vitest';
import type { FlowChange } from '../interfaces.ts';
import { openStores } from '../open-stores.ts';
import { flowDocument } from '../testing/conformance/behaviour.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

async function openWatched() {
  const home = temporaryFolder();
  const folder = temporaryFolder();
  const stores = await openStores({ home, projectFolder: folder });
  const heard: FlowChange[] = [];
  stores.flows.watch('main', (change) => heard.push(change));
  return { stores, home, folder, heard, path: (id: string): string => join(folder, `${id}.flow.json`) };
}

const soon = { timeout: 5_000, interval: 10 };

test('tells of files that an editor creates, changes and removes', async () => {
  const { stores, heard, path } = await openWatched();
  writeFileSync(path('flow'), serialiseFlow(flowDocument('Flow', 'one')));
  await vi.waitFor(() => expect(heard).toMatchObject([{ id: 'flow', change: 'created', outside: true }]), soon);
  writeFileSync(path('flow'), serialiseFlow(flowDocument('Flow', 'two')));
  await vi.waitFor(() => expect(heard[1]).toMatchObject({ id: 'flow', change: 'saved', outside: true }), soon);
  expect(heard[1]?.revision).toBe((await stores.flows.get('main', 'flow'))?.revision);
  rmSync(path('flow'));
  await vi.waitFor(() => expect(heard[2]).toMatchObject({ id: 'flow', change: 'deleted', outside: true }), soon);
  await stores.close();
});

test('tells of its own saves once, and not as changes from outside', async () => {
  const { stores, heard, path } = await openWatched();
  const created = await stores.flows.create('main', flowDocument('Flow'), { id: 'flow' });
  await stores.flows.save('main', 'flow', flowDocument('Flow', 'edited'), created.revision);
  writeFileSync(path('other'), serialiseFlow(flowDocument('Other')));
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ id: 'other', outside: true }), soon);
  expect(heard.map(({ id, change, outside }) => `${id} ${change} ${outside}`)).toEqual([
    'flow created false',
    'flow saved false',
    'other created true',
  ]);
  await stores.close();
});

test('tells of what another process of Jacquard saves, but not as from outside', async () => {
  const { stores, heard, home, folder } = await openWatched();
  const other = await openStores({ home, projectFolder: folder });
  await other.flows.create('main', flowDocument('Flow'), { id: 'flow' });
  await vi.waitFor(() => expect(heard).toMatchObject([{ id: 'flow', change: 'created', outside: false }]), soon);
  await other.close();
  await stores.close();
});

test('tells of a file that became broken, and of its recovery', async () => {
  const { stores, heard, path } = await openWatched();
  await stores.flows.create('main', flowDocument('Flow'), { id: 'flow' });
  writeFileSync(path('flow'), '<<<<<<< HEAD');
  await vi.waitFor(() => expect(heard[1]).toMatchObject({ id: 'flow', change: 'saved', outside: true }), soon);
  expect(await stores.flows.get('main', 'flow')).toMatchObject({ broken: {}, revision: heard[1]?.revision });
  writeFileSync(path('flow'), serialiseFlow(flowDocument('Flow')));
  await vi.waitFor(() => expect(heard[2]).toMatchObject({ id: 'flow', change: 'saved', outside: false }), soon);
  await stores.close();
});
