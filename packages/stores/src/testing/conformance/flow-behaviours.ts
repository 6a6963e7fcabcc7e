import { expect } from 'vitest';
import type { FlowChange } from '../../interfaces.ts';
import { expectProblem, flowDocument, textFile, upload, manyBytes, type Behaviours } from './behaviour.ts';

/** They look like places, versions or drives. */
const hostileIds = [
  '../up',
  '..%2fup',
  '..\\up',
  '/etc/passwd',
  'a/b',
  'a\0b',
  '.',
  '..',
  '.hidden',
  '',
  'a@1',
  'C:x',
  'x'.repeat(300),
];

/** What every flow store does. */
export const flowBehaviours: Behaviours = {
  'gives a new flow a free id made from its name': async ({ flows }) => {
    const first = await flows.create('main', flowDocument('Résumé d’un fichier'));
    const second = await flows.create('main', flowDocument('Résumé d’un fichier'));
    const third = await flows.create('main', flowDocument('日本 ../..'));
    expect([first.id, second.id, third.id]).toEqual(['resume-d-un-fichier', 'resume-d-un-fichier-2', 'flow']);
    expect(await flows.get('main', second.id)).toMatchObject({
      document: second.document,
      imported: false,
      consents: [],
      revision: second.revision,
    });
    expect((await flows.list('main')).map(({ id, name, nodeCount }) => `${id} ${name} ${nodeCount}`).sort()).toEqual([
      'flow 日本 ../.. 1',
      'resume-d-un-fichier Résumé d’un fichier 1',
      'resume-d-un-fichier-2 Résumé d’un fichier 1',
    ]);
  },

  'creates under the id that was asked for, once': async ({ flows }) => {
    await flows.create('main', flowDocument('One'), { id: 'mine', imported: true });
    await expectProblem(flows.create('main', flowDocument('Two'), { id: 'mine' }), 'flow-exists');
    expect(await flows.get('main', 'mine')).toMatchObject({ document: { name: 'One' }, imported: true });
  },

  'refuses a stale save and keeps what is there': async ({ flows }) => {
    const { id, revision } = await flows.create('main', flowDocument('Flow', 'first'));
    const saved = await flows.save('main', id, flowDocument('Flow', 'second'), revision);
    expect(saved.revision).not.toBe(revision);
    await expectProblem(flows.save('main', id, flowDocument('Flow', 'third'), revision), 'flow-changed');
    await expectProblem(flows.delete('main', id, revision), 'flow-changed');
    expect((await flows.get('main', id))?.document).toEqual(flowDocument('Flow', 'second'));
    await flows.save('main', id, flowDocument('Flow', 'fourth'), '*');
    expect((await flows.get('main', id))?.document).toEqual(flowDocument('Flow', 'fourth'));
  },

  'lets one of many that save at once win': async ({ flows }) => {
    const { id, revision } = await flows.create('main', flowDocument('Flow', 'first'));
    const saves = ['a', 'b', 'c'].map(
      async (text) => await flows.save('main', id, flowDocument('Flow', text), revision),
    );
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  },

  'remembers consents until the flow is deleted': async ({ flows }) => {
    const { id } = await flows.create('main', flowDocument('Flow'), { imported: true });
    await flows.consent('main', id, ['secret:key']);
    await flows.consent('main', id, ['secret:key', 'address:https://a.example']);
    const { consents, revision, imported } = (await flows.get('main', id)) ?? {};
    expect([...(consents ?? [])].sort()).toEqual(['address:https://a.example', 'secret:key']);
    expect(imported).toBe(true);
    await flows.delete('main', id, revision ?? '');
    expect((await flows.create('main', flowDocument('Flow'), { id })).consents).toEqual([]);
  },

  'keeps a saved flow imported and its consents': async ({ flows }) => {
    const { id, revision } = await flows.create('main', flowDocument('Flow'), { imported: true });
    await flows.consent('main', id, ['secret:key']);
    const saved = await flows.save('main', id, flowDocument('Flow', 'edited'), revision);
    expect(saved).toMatchObject({ imported: true, consents: ['secret:key'] });
  },

  'takes a flow for imported once something from elsewhere was saved into it': async ({ flows }) => {
    const { id, revision } = await flows.create('main', flowDocument('Flow'));
    const pasted = await flows.save('main', id, flowDocument('Flow', 'pasted'), revision, { imported: true });
    expect(pasted.imported).toBe(true);
    const edited = await flows.save('main', id, flowDocument('Flow', 'edited'), pasted.revision);
    expect(edited.imported).toBe(true);
  },

  'drops conversations and files with the flow they belong to': async ({ flows, sessions, files }) => {
    const { id, revision } = await flows.create('main', flowDocument('Flow'));
    await sessions.create('main', { id: 'talk', flowId: id, title: 'Talk' });
    const file = await files.put('main', { kind: 'flow', id }, textFile, upload('hello'), manyBytes);
    await flows.delete('main', id, revision);
    expect(await flows.get('main', id)).toBeUndefined();
    expect(await sessions.get('main', 'talk')).toBeUndefined();
    expect(await files.read('main', { kind: 'flow', id }, file.file)).toBeUndefined();
  },

  'tells watchers of what is created, saved and deleted, until they leave': async ({ flows }) => {
    const heard: FlowChange[] = [];
    const leave = flows.watch('main', (change) => heard.push(change));
    const created = await flows.create('main', flowDocument('Flow'));
    const saved = await flows.save('main', created.id, flowDocument('Flow', 'edited'), created.revision);
    await flows.delete('main', created.id, saved.revision);
    leave();
    await flows.create('main', flowDocument('Unheard'));
    expect(heard).toMatchObject([
      { id: created.id, change: 'created', revision: created.revision, outside: false },
      { id: created.id, change: 'saved', revision: saved.revision, outside: false },
      { id: created.id, change: 'deleted', outside: false },
    ]);
  },

  'takes no id that could mean another place': async ({ flows }) => {
    for (const id of hostileIds) {
      await expectProblem(flows.create('main', flowDocument('Evil'), { id }), 'flow-name-unusable');
      expect(await flows.get('main', id)).toBeUndefined();
      await expectProblem(flows.save('main', id, flowDocument('Evil'), '*'), 'flow-not-found');
      await expectProblem(flows.delete('main', id, '*'), 'flow-not-found');
      await expectProblem(flows.consent('main', id, ['secret:key']), 'flow-not-found');
    }
    expect(await flows.list('main')).toEqual([]);
  },
};
