import { expect } from 'vitest';
import type { StoredLogin } from '../../access/access-store.ts';
import type { Behaviours } from './behaviour.ts';

const login = (id: string, lastUsedAt = 1000): StoredLogin => ({
  id,
  createdAt: 1000,
  lastUsedAt,
  expiresAt: 9000,
  address: '192.0.2.1',
  agent: 'Browser',
});

const entry = (action: string, at: number) =>
  ({ at, who: 'operator', address: '192.0.2.1', action, about: { id: 'a' }, outcome: 'done' }) as const;

/** The password, sign-ins and the audit log. */
export const accessBehaviours: Behaviours = {
  'keeps a password of each source apart': async ({ access }) => {
    expect(await access.password('main', 'stored')).toBeUndefined();
    await access.setPassword('main', { source: 'stored', hash: 'one', changedAt: 1 });
    await access.setPassword('main', { source: 'environment', hash: 'two', changedAt: 2 });
    await access.setPassword('main', { source: 'stored', hash: 'three', changedAt: 3 });
    await access.deletePassword('main', 'environment');
    expect(await access.password('main', 'stored')).toEqual({ source: 'stored', hash: 'three', changedAt: 3 });
    expect(await access.password('main', 'environment')).toBeUndefined();
    expect(await access.password('other', 'stored')).toBeUndefined();
  },

  'finds a sign-in by the hash of its token, until it is ended': async ({ access: { logins } }) => {
    await logins.add('main', 'hash-a', login('a'));
    await logins.add('main', 'hash-b', login('b', 2000));
    await logins.use('main', 'a', 3000);
    await logins.use('main', 'a', 2500);
    expect(await logins.find('main', 'hash-a')).toEqual({ ...login('a'), lastUsedAt: 3000 });
    expect(await logins.find('other', 'hash-a')).toBeUndefined();
    expect((await logins.list('main')).map(({ id }) => id)).toEqual(['a', 'b']);
    expect([await logins.delete('main', 'a'), await logins.delete('main', 'a')]).toEqual([true, false]);
    expect(await logins.find('main', 'hash-a')).toBeUndefined();
    expect(await logins.get('main', 'b')).toMatchObject({ id: 'b' });
  },

  'ends all sign-ins at once, and forgets those that ran out': async ({ access: { logins } }) => {
    await logins.add('main', 'hash-a', login('a'));
    await logins.add('main', 'hash-b', { ...login('b'), expiresAt: 2000 });
    await logins.deleteExpired('main', 2000);
    expect((await logins.list('main')).map(({ id }) => id)).toEqual(['a']);
    expect(await logins.deleteAll('main')).toEqual(['a']);
    expect(await logins.list('main')).toEqual([]);
  },

  'reads the audit log backwards, a page at a time, and keeps it short': async ({ access: { audit } }) => {
    for (const [index, action] of ['one', 'two', 'three', 'four'].entries())
      await audit.add('main', entry(action, 1000 + index));
    const [newest, next] = await audit.list('main', { limit: 2 });
    expect([newest, next]).toMatchObject([entry('four', 1003), entry('three', 1002)]);
    const rest = await audit.list('main', { before: next?.number, limit: 10 });
    expect(rest.map(({ action }) => action)).toEqual(['two', 'one']);
    await audit.collect('main', { before: 1001, most: 2 });
    expect((await audit.list('main', { limit: 10 })).map(({ action }) => action)).toEqual(['four', 'three']);
    expect(await audit.list('other', { limit: 10 })).toEqual([]);
  },
};
