import { expect } from 'vitest';
import { expectProblem, type Behaviours } from './behaviour.ts';

/** Secrets and preferences. */
export const secretBehaviours: Behaviours = {
  'lists a secret without its text, and reveals it with its origins': async ({ secrets }) => {
    await secrets.set('main', 'api-key', 's3cret ✓', ['https://api.example.com/v1', 'http://localhost:1234']);
    const listed = await secrets.list('main');
    expect(listed).toMatchObject([{ name: 'api-key', origins: ['https://api.example.com', 'http://localhost:1234'] }]);
    expect(JSON.stringify(listed)).not.toContain('s3cret');
    expect(await secrets.reveal('main', 'api-key')).toEqual({
      text: 's3cret ✓',
      origins: ['https://api.example.com', 'http://localhost:1234'],
    });
    expect(await secrets.reveal('main', 'other')).toBeUndefined();
  },

  'replaces and deletes a secret': async ({ secrets }) => {
    await secrets.set('main', 'api-key', 'first', ['https://a.example']);
    await secrets.set('main', 'api-key', 'second', []);
    expect(await secrets.reveal('main', 'api-key')).toEqual({ text: 'second', origins: [] });
    await secrets.delete('main', 'api-key');
    await secrets.delete('main', 'api-key');
    expect(await secrets.list('main')).toEqual([]);
  },

  'refuses names that no input could hold and addresses that are no origins': async ({ secrets }) => {
    for (const name of ['', 'API_KEY', '../key', '__proto__', '1st']) {
      await expectProblem(secrets.set('main', name, 'text', []), 'secret-name-invalid');
    }
    for (const origin of [
      'example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://user:pass@a.example',
      '*',
    ]) {
      await expectProblem(secrets.set('main', 'key', 'text', [origin]), 'secret-origin-invalid');
    }
    expect(await secrets.list('main')).toEqual([]);
  },

  'lists named values by how their names begin': async ({ preferences }) => {
    await preferences.set('main', 'pin:a:two', 2);
    await preferences.set('main', 'pin:a:one', { n: 1 });
    await preferences.set('main', 'pin:ab:one', 3);
    await preferences.set('main', 'pin_a:one', 4);
    expect([...(await preferences.list('main', 'pin:a:'))]).toEqual([
      ['pin:a:one', { n: 1 }],
      ['pin:a:two', 2],
    ]);
    expect((await preferences.list('main', '%')).size).toBe(0);
  },

  'keeps small named values': async ({ preferences }) => {
    expect(await preferences.get('main', 'model')).toBeUndefined();
    await preferences.set('main', 'model', { id: 'smollm2-135m' });
    await preferences.set('main', 'nothing', null);
    await preferences.set('main', 'model', 'other');
    expect(await preferences.get('main', 'model')).toBe('other');
    expect(await preferences.get('main', 'nothing')).toBeNull();
    await preferences.delete('main', 'model');
    expect(await preferences.get('main', 'model')).toBeUndefined();
  },
};
