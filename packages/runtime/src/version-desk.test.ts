import type { FlowDocument } from '@jacquard/flow';
import { createMemoryStores } from '@jacquard/stores/testing';
import { expect, onTestFinished, test } from 'vitest';
import { FlowDesk } from './flow-desk.ts';
import { createNodeRegistry } from './node-registry.ts';
import { VersionDesk } from './version-desk.ts';

const minute = 60_000;

function prompt(template: string): FlowDocument {
  return { jacquard: 1, name: 'Flow', nodes: { prompt: { type: 'prompts.template', inputs: { template } } } };
}

async function openDesk() {
  let time = 1_000_000_000;
  const now = (): number => time;
  const stores = createMemoryStores({ now });
  onTestFinished(() => stores.close());
  const { flows, knowledge, versions } = stores;
  const registry = createNodeRegistry();
  const secrets = (): ReadonlySet<string> => new Set();
  const flowDesk = new FlowDesk({ space: 'main', flows, knowledge, registry, secrets, providerOrigins: new Map() });
  const log = (): void => undefined;
  const desk = new VersionDesk({ space: 'main', flows, versions, desk: flowDesk, log, now });
  const { id } = await flows.create('main', prompt('0'));
  return {
    desk,
    flows,
    id,
    wait: (minutes: number) => void (time += minutes * minute),
    save: async (text: string) => await desk.save(id, prompt(text), '*'),
    kept: async () =>
      await Promise.all(
        (await desk.list(id)).map(async ({ number, reason }) => {
          const { document } = await desk.get(id, number);
          return `${number} ${reason} ${JSON.stringify(document.nodes['prompt']?.inputs?.['template'])}`.replaceAll(
            '"',
            '',
          );
        }),
      ),
  };
}

test('what a flow was like before a session of work is kept, once a session, and each hour of a long one', async () => {
  const { save, wait, kept } = await openDesk();
  await save('1');
  await save('2');
  expect(await kept()).toEqual(['1 session 0']);
  wait(31);
  await save('3');
  await save('4');
  expect(await kept()).toEqual(['2 session 2', '1 session 0']);
  for (let quarter = 0; quarter < 4; quarter += 1) {
    wait(15);
    await save(`5.${quarter}`);
  }
  expect(await kept()).toEqual(['3 session 5.2', '2 session 2', '1 session 0']);
});

test('an empty flow, and a save that changes nothing, leave no version', async () => {
  const { desk, flows, save, kept } = await openDesk();
  await save('0');
  expect(await kept()).toEqual([]);
  const { id } = await flows.create('main', { jacquard: 1, name: 'Empty', nodes: {} });
  await desk.save(id, prompt('1'), '*');
  expect(await desk.list(id)).toEqual([]);
});

test('a restored version takes the flow’s place, and what was there is kept first', async () => {
  const { desk, id, save, kept, flows } = await openDesk();
  await desk.keep(id, { name: 'Good' });
  const { revision } = await save('1');
  await expect(desk.restore(id, 1, 'stale')).rejects.toMatchObject({ code: 'flow-changed' });
  const restored = await desk.restore(id, 1, revision);
  expect(restored.document).toMatchObject(prompt('0'));
  expect((await flows.get('main', id))?.document).toMatchObject(prompt('0'));
  expect(await kept()).toEqual(['2 restore 1', '1 saved 0']);
});

test('a state that isn’t saved can be kept, as what a merge takes the place of', async () => {
  const { desk, id, kept } = await openDesk();
  const document = JSON.parse(JSON.stringify(prompt('mine')));
  await desk.keep(id, { document, reason: 'merge' });
  expect(await desk.keep(id, { document, reason: 'merge' })).toBeUndefined();
  expect(await kept()).toEqual(['1 merge mine']);
  await expect(desk.keep(id, { document: { nodes: [] } })).rejects.toMatchObject({ code: 'flow-invalid' });
});

test('flows and versions that there are not are told apart', async () => {
  const { desk, id } = await openDesk();
  await expect(desk.list('none')).rejects.toMatchObject({ code: 'flow-not-found' });
  await expect(desk.get(id, 4)).rejects.toMatchObject({ code: 'version-not-found', params: { id, version: '4' } });
  await expect(desk.restore(id, 4, '*')).rejects.toMatchObject({ code: 'version-not-found' });
});
