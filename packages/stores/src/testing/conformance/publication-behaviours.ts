import { expect } from 'vitest';
import type { Stores } from '../../interfaces.ts';
import { digestOfFrozen, mostLabels } from '../../publication-store.ts';
import { expectProblem, flowDocument, type Behaviours } from './behaviour.ts';

const frozen = { document: flowDocument('Flow'), flows: {} };

/** A flow with so many kept versions. */
async function createFlow({ flows, versions }: Stores, count: number): Promise<string> {
  const { id } = await flows.create('main', flowDocument('Flow'), { id: 'flow' });
  for (let number = 1; number <= count; number += 1)
    await versions.add('main', id, { document: flowDocument('Flow', String(number)), reason: 'saved' });
  return id;
}

const numbersOf = async ({ publications }: Stores, id: string): Promise<readonly number[]> =>
  (await publications.list('main', id)).map(({ number }) => number);

/** What every store of published versions does. */
export const publicationBehaviours: Behaviours = {
  'gives the version that was published last to calls that name none': async (stores) => {
    const { publications } = stores;
    const id = await createFlow(stores, 3);
    await expectProblem(publications.find('main', id, undefined), 'not-published');
    await publications.publish('main', id, 1, frozen);
    const third = await publications.publish('main', id, 3, frozen);
    expect(third.publishedAt).toBeGreaterThan(0);
    expect(await publications.find('main', id, undefined)).toEqual(third);
    expect(await publications.find('main', id, 1)).toMatchObject({ number: 1 });
    await expectProblem(publications.find('main', id, 2), 'version-not-published');
    await expectProblem(publications.find('main', id, 4), 'version-not-found');
    await expectProblem(publications.publish('main', id, 4, frozen), 'version-not-found');
    expect(await numbersOf(stores, id)).toEqual([3, 1]);
  },

  'rolls back to an older version by publishing it again': async (stores) => {
    const { publications } = stores;
    const id = await createFlow(stores, 2);
    await publications.publish('main', id, 1, frozen);
    await publications.publish('main', id, 2, frozen);
    await publications.publish('main', id, 1, frozen);
    expect(await publications.find('main', id, undefined)).toMatchObject({ number: 1 });
    expect(await numbersOf(stores, id)).toEqual([1, 2]);
  },

  'freezes a version with its sub-flows when it is first published': async (stores) => {
    const { publications } = stores;
    const id = await createFlow(stores, 2);
    const [document, inner] = [flowDocument('Flow', '1'), flowDocument('Inner', 'first')];
    const { digest } = await publications.publish('main', id, 1, { document, flows: { inner } });
    const again = await publications.publish('main', id, 1, {
      document,
      flows: { inner: flowDocument('Inner', 'second') },
    });
    expect(again.digest).toBe(digest);
    expect(await publications.read('main', id, 1)).toEqual({ document, flows: { inner } });
    expect(await publications.digest('main', id, 1)).toBe(digestOfFrozen({ document, flows: { inner } }));
    expect(await publications.digest('main', id, 2)).toBeUndefined();
    expect((await publications.publish('main', id, 2, { document, flows: {} })).digest).not.toBe(digest);
    await publications.withdraw('main', id, 1);
    await expectProblem(publications.read('main', id, 1), 'version-not-published');
    await publications.publish('main', id, 1, frozen);
    expect((await publications.read('main', id, 1)).flows).toEqual({ inner });
  },

  'withdraws a version: it can’t be called any more, and the one before it is called without a version': async (
    stores,
  ) => {
    const { publications } = stores;
    const id = await createFlow(stores, 2);
    await publications.publish('main', id, 1, frozen);
    await publications.publish('main', id, 2, frozen);
    await publications.withdraw('main', id, 2);
    expect(await publications.find('main', id, undefined)).toMatchObject({ number: 1 });
    await expectProblem(publications.find('main', id, 2), 'version-not-published');
    await expectProblem(publications.withdraw('main', id, 2), 'version-not-published');
    await expectProblem(publications.withdraw('main', id, 3), 'version-not-found');
  },

  'keeps labels that are moved by hand, and withdraws nothing that one names': async (stores) => {
    const { publications } = stores;
    const id = await createFlow(stores, 3);
    await publications.publish('main', id, 1, frozen);
    await publications.publish('main', id, 2, frozen);
    await expectProblem(publications.setLabel('main', id, 'production', 3), 'version-not-published');
    expect(await publications.setLabel('main', id, 'production', 1)).toEqual({ label: 'production', number: 1 });
    await publications.setLabel('main', id, 'beta', 2);
    expect(await publications.find('main', id, 'production')).toMatchObject({ number: 1 });
    await expectProblem(publications.withdraw('main', id, 1), 'version-labelled');
    await publications.setLabel('main', id, 'production', 2);
    await publications.withdraw('main', id, 1);
    expect(await publications.labels('main', id)).toEqual([
      { label: 'beta', number: 2 },
      { label: 'production', number: 2 },
    ]);
    await publications.removeLabel('main', id, 'beta');
    await expectProblem(publications.removeLabel('main', id, 'beta'), 'label-not-found');
    await expectProblem(publications.find('main', id, 'beta'), 'label-not-found');
  },

  'has an end of labels': async (stores) => {
    const { publications } = stores;
    const id = await createFlow(stores, 1);
    await publications.publish('main', id, 1, frozen);
    for (let count = 0; count < mostLabels; count += 1) await publications.setLabel('main', id, `label-${count}`, 1);
    await expectProblem(publications.setLabel('main', id, 'one-more', 1), 'too-many-labels');
    await publications.setLabel('main', id, 'label-0', 1);
  },

  'deletes no published version, by hand or by itself, and lets it be named': async (stores) => {
    const { versions, publications } = stores;
    const id = await createFlow(stores, 1);
    await versions.add('main', id, { document: flowDocument('Flow', 'by itself'), reason: 'session' });
    await publications.publish('main', id, 2, frozen);
    await expectProblem(versions.delete('main', id, 2), 'version-published');
    for (let count = 1; count <= 52; count += 1)
      await versions.add('main', id, { document: flowDocument('Flow', `later ${count}`), reason: 'session' });
    expect(await publications.find('main', id, 2)).toMatchObject({ number: 2 });
    expect(await versions.describe('main', id, 2, { name: 'Spring' })).toMatchObject({ name: 'Spring' });
    await publications.withdraw('main', id, 2);
    await versions.delete('main', id, 2);
    await expectProblem(publications.find('main', id, 2), 'version-not-found');
  },

  'lets published versions and labels go with their flow': async (stores) => {
    const { flows, publications } = stores;
    const id = await createFlow(stores, 1);
    await publications.publish('main', id, 1, frozen);
    await publications.setLabel('main', id, 'production', 1);
    await flows.delete('main', id, '*');
    await createFlow(stores, 1);
    expect(await publications.list('main', id)).toEqual([]);
    expect(await publications.labels('main', id)).toEqual([]);
    await expectProblem(publications.find('main', id, 1), 'version-not-published');
  },
};
