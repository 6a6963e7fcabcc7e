import { readFile } from 'node:fs/promises';
import { expect, vi } from 'vitest';
import type { KnowledgeDocument } from '@jacquard/flow';
import type { Stores } from '../../interfaces.ts';
import { expectProblem, manyBytes, upload, type Behaviours } from './behaviour.ts';

/** A base of a name; where its documents lie is for the store to say. */
export const handbook: KnowledgeDocument = { 'jacquard-knowledge': 1, name: 'Handbook of 2024', sources: [] };

const soon = { timeout: 5_000, interval: 10 };

async function withHandbook({ knowledge }: Stores): Promise<string> {
  return (await knowledge.create('main', handbook)).id;
}

/** What every store of knowledge bases does. */
export const knowledgeBehaviours: Behaviours = {
  'knowledge: creates under an id made of the name, and gives every base its own': async ({ knowledge }) => {
    const [one, other] = [await knowledge.create('main', handbook), await knowledge.create('main', handbook)];
    expect([one.id, other.id]).toEqual(['handbook-of-2024', 'handbook-of-2024-2']);
    expect(one.document.sources).toEqual(['handbook-of-2024/**']);
    expect((await knowledge.list('main')).map(({ id }) => id)).toEqual([one.id, other.id]);
    expect(await knowledge.get('main', one.id)).toEqual(one);
    expect((await knowledge.create('main', { ...handbook, name: '2024' })).id).toBe('documents-2024');
    expect((await knowledge.create('main', handbook, { like: one.id })).id).toBe('handbook-of-2024-3');
  },
  'knowledge: creates under the id wanted once': async ({ knowledge }) => {
    await knowledge.create('main', handbook, { id: 'mine' });
    await expectProblem(knowledge.create('main', handbook, { id: 'mine' }), 'knowledge-exists');
    for (const id of ['../x', 'A', '', 'a/b', '__proto__', 'a.b'])
      await expectProblem(knowledge.create('main', handbook, { id }), 'knowledge-name-unusable');
  },
  'knowledge: two who create at once get a base each': async ({ knowledge }) => {
    const made = await Promise.all(Array.from({ length: 8 }, async () => await knowledge.create('main', handbook)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(8);
  },
  'knowledge: a save against another revision is refused': async ({ knowledge }) => {
    const { id, revision, document } = await knowledge.create('main', handbook);
    const saved = await knowledge.save('main', id, { ...document, passages: { size: 800 } }, revision);
    expect(saved.revision).not.toBe(revision);
    await expectProblem(knowledge.save('main', id, document, revision), 'knowledge-changed');
    expect((await knowledge.get('main', id))?.document.passages).toEqual({ size: 800 });
    expect((await knowledge.save('main', id, document, '*')).revision).toBe(revision);
  },
  'knowledge: remembers what was imported, through saves': async ({ knowledge }) => {
    const { id, document, imported } = await knowledge.create('main', handbook, { imported: true });
    expect(imported).toBe(true);
    expect(await knowledge.save('main', id, { ...document, name: 'Other' }, '*')).toMatchObject({ imported: true });
    const own = await knowledge.create('main', handbook);
    expect(await knowledge.save('main', own.id, { ...document, name: 'Other' }, '*')).toMatchObject({
      imported: false,
    });
    expect((await knowledge.list('main')).map((base) => base.imported)).toEqual([true, false]);
  },
  'knowledge: an unknown base is not found': async ({ knowledge }) => {
    expect(await knowledge.get('main', 'none')).toBeUndefined();
    expect(await knowledge.get('main', '../../etc/passwd')).toBeUndefined();
    await expectProblem(knowledge.save('main', 'none', handbook, '*'), 'knowledge-not-found');
    await expectProblem(knowledge.delete('main', 'none'), 'knowledge-not-found');
    await expectProblem(knowledge.sources('main', '..'), 'knowledge-not-found');
    await expectProblem(
      knowledge.put('main', 'none', 'a.txt', upload('a'), { maxBytes: manyBytes }),
      'knowledge-not-found',
    );
    await expectProblem(knowledge.remove('main', 'none', 'a.txt'), 'knowledge-not-found');
  },
  'knowledge: keeps documents, replaces and removes them': async (stores) => {
    const { knowledge } = stores;
    const id = await withHandbook(stores);
    const put = await knowledge.put('main', id, 'rules/house.txt', upload('First text'), { maxBytes: manyBytes });
    expect(put).toMatchObject({ source: `${id}/rules/house.txt`, size: 10 });
    expect(await readFile(put.path, 'utf8')).toBe('First text');
    const dated = { maxBytes: manyBytes, modified: 1_500_000_000_000 };
    const again = await knowledge.put('main', id, 'rules/house.txt', upload('Another text'), dated);
    expect(again.modified).toBe(1_500_000_000_000);
    expect(again.stamp).not.toBe(put.stamp);
    await knowledge.put('main', id, 'b.txt', upload('More text'), { maxBytes: manyBytes });
    const sources = await knowledge.sources('main', id);
    expect(sources.map(({ source }) => source)).toEqual([`${id}/b.txt`, `${id}/rules/house.txt`]);
    await knowledge.remove('main', id, `${id}/rules/house.txt`);
    await expectProblem(knowledge.remove('main', id, `${id}/rules/house.txt`), 'file-not-found');
    expect(await knowledge.sources('main', id)).toHaveLength(1);
  },
  'knowledge: leaves nothing of a document that is too large or breaks off': async (stores) => {
    const { knowledge } = stores;
    const id = await withHandbook(stores);
    await knowledge.put('main', id, 'a.txt', upload('kept'), { maxBytes: manyBytes });
    await expectProblem(knowledge.put('main', id, 'a.txt', upload('much too long'), { maxBytes: 5 }), 'file-too-large');
    await expect(knowledge.put('main', id, 'a.txt', brokenOff(), { maxBytes: manyBytes })).rejects.toThrow(
      'connection lost',
    );
    const [source, ...others] = await knowledge.sources('main', id);
    expect(others).toEqual([]);
    expect(await readFile(source?.path ?? '', 'utf8')).toBe('kept');
  },
  'knowledge: no upload chooses its path': async (stores) => {
    const { knowledge } = stores;
    const id = await withHandbook(stores);
    for (const path of ['../out.txt', '/etc/out.txt', '..\\..\\out.txt', '.hidden/../../x', 'x.flow.json', ''])
      await knowledge.put('main', id, path, upload('text'), { maxBytes: manyBytes });
    const names = (await knowledge.sources('main', id)).map(({ source }) => source.slice(id.length + 1));
    expect(names).toEqual(['document', 'etc/out.txt', 'hidden/x', 'out.txt', 'x-flow.json']);
  },
  'knowledge: a deleted base is gone, and its id free': async (stores) => {
    const { knowledge } = stores;
    const { id } = await knowledge.create('main', handbook, { id: 'mine' });
    await knowledge.delete('main', id);
    expect(await knowledge.list('main')).toEqual([]);
    await knowledge.create('main', handbook, { id: 'mine' });
    expect(await knowledge.sources('main', 'mine')).toEqual([]);
  },
  'knowledge: watchers hear of changes of bases and documents': async (stores) => {
    const { knowledge } = stores;
    const heard: string[] = [];
    const leave = knowledge.watch('main', (id) => heard.push(id));
    const id = await withHandbook(stores);
    await vi.waitFor(() => expect(heard).toContain(id), soon);
    heard.length = 0;
    await knowledge.put('main', id, 'a.txt', upload('text'), { maxBytes: manyBytes });
    await vi.waitFor(() => expect(heard).toContain(id), soon);
    leave();
    heard.length = 0;
    await knowledge.delete('main', id);
    expect(heard).toEqual([]);
  },
};

async function* brokenOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half');
  throw new Error('connection lost');
}
