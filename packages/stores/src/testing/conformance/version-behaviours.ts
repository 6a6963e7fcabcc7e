import { expect } from 'vitest';
import type { Stores } from '../../interfaces.ts';
import { expectProblem, flowDocument, manyBytes, textFile, upload, type Behaviours } from './behaviour.ts';

async function createFlow({ flows }: Stores): Promise<string> {
  return (await flows.create('main', flowDocument('Flow'))).id;
}

const numbersOf = async ({ versions }: Stores, id: string): Promise<readonly number[]> =>
  (await versions.list('main', id)).map(({ number }) => number);

/** What every store of versions does. */
export const versionBehaviours: Behaviours = {
  'keeps states of a flow, newest first, numbered from one': async (stores) => {
    const { versions } = stores;
    const id = await createFlow(stores);
    const [first, second] = [flowDocument('Flow', 'first'), flowDocument('Flow', 'second')];
    await versions.add('main', id, { document: first, reason: 'session' });
    const saved = await versions.add('main', id, { document: second, reason: 'saved', name: 'Good', note: 'Works.' });
    expect(saved).toMatchObject({ number: 2, reason: 'saved', name: 'Good', note: 'Works.', nodeCount: 1 });
    expect(saved?.createdAt).toBeGreaterThan(0);
    expect(await versions.list('main', id)).toEqual([saved, expect.objectContaining({ number: 1, reason: 'session' })]);
    expect(await versions.get('main', id, 1)).toMatchObject({ number: 1, document: first });
    expect(await versions.get('main', id, 3)).toBeUndefined();
    expect(await versions.list('main', 'unknown')).toEqual([]);
  },

  'keeps no state twice in a row by itself, but as often as a person saves it': async (stores) => {
    const { versions } = stores;
    const id = await createFlow(stores);
    const document = flowDocument('Flow');
    await versions.add('main', id, { document, reason: 'saved' });
    expect(await versions.add('main', id, { document, reason: 'restore' })).toBeUndefined();
    expect(await versions.add('main', id, { document, reason: 'saved' })).toMatchObject({ number: 2 });
  },

  'names versions, and takes names away': async (stores) => {
    const { versions } = stores;
    const id = await createFlow(stores);
    await versions.add('main', id, { document: flowDocument('Flow'), reason: 'session' });
    expect(await versions.describe('main', id, 1, { name: 'Before' })).toMatchObject({ name: 'Before' });
    expect(await versions.describe('main', id, 1, { note: 'Kept.' })).toMatchObject({ name: 'Before', note: 'Kept.' });
    await versions.describe('main', id, 1, { name: null, note: null });
    const [version] = await versions.list('main', id);
    expect(version).toMatchObject({ number: 1, reason: 'session' });
    expect(version).not.toHaveProperty('name');
    expect(version).not.toHaveProperty('note');
    await expectProblem(versions.describe('main', id, 2, { name: 'No' }), 'version-not-found');
  },

  'deletes a version and never gives its number again': async (stores) => {
    const { versions } = stores;
    const id = await createFlow(stores);
    await versions.add('main', id, { document: flowDocument('Flow'), reason: 'saved' });
    await versions.delete('main', id, 1);
    expect(await numbersOf(stores, id)).toEqual([]);
    await expectProblem(versions.delete('main', id, 1), 'version-not-found');
    expect(await versions.add('main', id, { document: flowDocument('Flow'), reason: 'saved' })).toMatchObject({
      number: 2,
    });
  },

  'keeps the newest fifty that were made by themselves, and all that a person saved or named': async (stores) => {
    const { versions } = stores;
    const id = await createFlow(stores);
    const keep = async (prompt: string, reason: 'saved' | 'session'): Promise<void> =>
      void (await versions.add('main', id, { document: flowDocument('Flow', prompt), reason }));
    await keep('saved', 'saved');
    await keep('named', 'session');
    await versions.describe('main', id, 2, { name: 'Named' });
    for (let count = 1; count <= 53; count += 1) await keep(String(count), 'session');
    const numbers = await numbersOf(stores, id);
    expect(numbers).toHaveLength(52);
    expect(numbers.slice(-3)).toEqual([6, 2, 1]);
  },

  'keeps few large ones that were made by themselves': async (stores) => {
    const { versions } = stores;
    const id = await createFlow(stores);
    for (const letter of ['a', 'b', 'c', 'd']) {
      await versions.add('main', id, { document: flowDocument('Flow', letter.repeat(20_000_000)), reason: 'session' });
    }
    expect(await numbersOf(stores, id)).toEqual([4, 3]);
  },

  'lets versions go with their flow, and a later one of its id count anew': async (stores) => {
    const { flows, versions } = stores;
    const { id } = await flows.create('main', flowDocument('Flow'), { id: 'flow' });
    await versions.add('main', id, { document: flowDocument('Flow'), reason: 'saved' });
    await flows.delete('main', id, '*');
    expect(await versions.list('main', id)).toEqual([]);
    expect(await versions.get('main', id, 1)).toBeUndefined();
    await flows.create('main', flowDocument('Flow'), { id: 'flow' });
    expect(await versions.add('main', id, { document: flowDocument('Flow'), reason: 'saved' })).toMatchObject({
      number: 1,
    });
  },

  'keeps the files that only a version of a flow names': async (stores) => {
    const { flows, versions, files } = stores;
    const id = await createFlow(stores);
    const file = await files.put('main', { kind: 'flow', id }, textFile, upload('hello'), manyBytes);
    const document = {
      ...flowDocument('Flow'),
      nodes: { read: { type: 'io.file', inputs: { file: { file: file.file, name: file.name } } } },
    };
    await versions.add('main', id, { document, reason: 'saved' });
    await flows.save('main', id, flowDocument('Flow', 'without it'), '*');
    await files.collect('main', { uploadsBefore: Number.MAX_SAFE_INTEGER });
    expect(await files.read('main', { kind: 'flow', id }, file.file)).toEqual(Buffer.from('hello'));
  },
};
