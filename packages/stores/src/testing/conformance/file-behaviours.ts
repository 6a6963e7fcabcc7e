import { expect } from 'vitest';
import { expectProblem, manyBytes, textFile, upload, type Behaviours } from './behaviour.ts';

const flow = { kind: 'flow', id: 'flow' } as const;
const run = { kind: 'run', id: 'run' } as const;

/** Files: who holds one may read it. */
export const fileBehaviours: Behaviours = {
  'gives a file to those that hold it and to nobody who knows its hash': async ({ files }) => {
    const file = await files.put('main', flow, textFile, upload('hello'), manyBytes);
    expect(file).toEqual({
      file: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
      name: 'notes.txt',
      mediaType: 'text/plain',
      size: 5,
    });
    expect(await files.read('main', flow, file.file)).toEqual(Buffer.from('hello'));
    expect(await files.read('main', run, file.file)).toBeUndefined();
    await files.hold('main', run, { ...file, name: 'again.txt' });
    expect(await files.read('main', run, file.file)).toEqual(Buffer.from('hello'));
    expect(await files.list('main', run)).toEqual([{ ...file, name: 'again.txt' }]);
  },

  'takes the same bytes once and an empty file, too': async ({ files }) => {
    const one = await files.put('main', flow, textFile, upload('same'), manyBytes);
    const two = await files.put('main', run, textFile, upload('same'), manyBytes);
    expect(two.file).toBe(one.file);
    const empty = await files.put('main', flow, { ...textFile, name: 'empty.txt' }, upload(''), manyBytes);
    expect(await files.read('main', flow, empty.file)).toHaveLength(0);
  },

  'stops an upload at its limit and keeps nothing of it': async ({ files }) => {
    await expectProblem(files.put('main', flow, textFile, upload('too long'), 5), 'file-too-large');
    expect(await files.list('main', flow)).toEqual([]);
  },

  'keeps nothing of an upload that breaks off': async ({ files }) => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('connection lost');
    }
    await expect(files.put('main', flow, textFile, broken(), manyBytes)).rejects.toThrow('connection lost');
    expect(await files.list('main', flow)).toEqual([]);
  },

  'keeps a name that leads beside a flow, and makes no other path of it': async ({ files }) => {
    const names = {
      'documents/charter.txt': 'documents/charter.txt',
      '../../etc/cron.d/x': 'etc/cron.d/x',
      '..\\..\\evil.txt': 'evil.txt',
      'C:\\boot.ini': 'C/boot.ini',
      '/etc/passwd': 'etc/passwd',
      'a\0b.txt': 'ab.txt',
      '..': 'file',
    };
    for (const [name, plain] of Object.entries(names)) {
      const file = await files.put('main', flow, { name, mediaType: 'text/plain' }, upload(name), manyBytes);
      expect(file.name).toBe(plain);
      expect(await files.read('main', flow, file.file)).toEqual(Buffer.from(name));
    }
  },

  'reads nothing by what is no hash': async ({ files }) => {
    for (const hash of ['../../secret.key', '..%2fsecret.key', 'a'.repeat(63), '']) {
      expect(await files.read('main', flow, hash)).toBeUndefined();
    }
  },

  'collects what nothing holds any more': async ({ files }) => {
    const kept = await files.put('main', flow, textFile, upload('kept'), manyBytes);
    const gone = await files.put('main', run, textFile, upload('gone'), manyBytes);
    await files.hold('main', run, kept);
    await files.release('main', run);
    expect(await files.collect('main')).toBe(1);
    expect(await files.read('main', flow, kept.file)).toEqual(Buffer.from('kept'));
    await expectProblem(files.hold('main', flow, gone), 'file-not-found');
  },

  'forgets uploads that nothing took up in time': async ({ files }) => {
    const [one, two] = [{ kind: 'upload', id: 'one' } as const, { kind: 'upload', id: 'two' } as const];
    const taken = await files.put('main', one, textFile, upload('taken'), manyBytes);
    await files.put('main', two, textFile, upload('left'), manyBytes);
    await files.hold('main', flow, taken);
    expect(await files.collect('main')).toBe(0);
    expect(await files.collect('main', { uploadsBefore: Number.MAX_SAFE_INTEGER })).toBe(1);
    expect(await files.read('main', flow, taken.file)).toEqual(Buffer.from('taken'));
  },
};
