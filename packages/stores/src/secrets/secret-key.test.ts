import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStores } from '../open-stores.ts';
import { expectProblem } from '../testing/conformance/behaviour.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

test('makes the key with the first secret, for its owner alone, and writes the text nowhere', async () => {
  const home = temporaryFolder();
  const stores = await openStores({ home });
  expect(readdirSync(home)).not.toContain('secret.key');
  await stores.secrets.set('main', 'api-key', 'plain-text-of-the-secret', ['https://a.example']);
  expect(statSync(join(home, 'secret.key')).mode & 0o777).toBe(0o600);
  for (const name of readdirSync(home)) {
    expect(readFileSync(join(home, name)).includes('plain-text-of-the-secret')).toBe(false);
  }
  await stores.close();
});

test('takes a key back from others who could read it', async () => {
  const home = temporaryFolder();
  const first = await openStores({ home });
  await first.secrets.set('main', 'api-key', 'text', []);
  await first.close();
  chmodSync(join(home, 'secret.key'), 0o644);
  const second = await openStores({ home });
  expect(await second.secrets.reveal('main', 'api-key')).toMatchObject({ text: 'text' });
  expect(statSync(join(home, 'secret.key')).mode & 0o777).toBe(0o600);
  await second.close();
});

test('makes no new key while there are secrets of the old one', async () => {
  const home = temporaryFolder();
  const first = await openStores({ home });
  await first.secrets.set('main', 'api-key', 'text', []);
  await first.close();
  rmSync(join(home, 'secret.key'));
  const second = await openStores({ home });
  await expectProblem(second.secrets.reveal('main', 'api-key'), 'secret-key-missing');
  await expectProblem(second.secrets.set('main', 'other', 'text', []), 'secret-key-missing');
  expect(readdirSync(home)).not.toContain('secret.key');
  await second.secrets.delete('main', 'api-key');
  await second.secrets.set('main', 'other', 'text', []);
  expect(await second.secrets.reveal('main', 'other')).toMatchObject({ text: 'text' });
  await second.close();
});

test('leaves a damaged key as it is', async () => {
  const home = temporaryFolder();
  writeFileSync(join(home, 'secret.key'), 'not a key');
  const stores = await openStores({ home });
  await expectProblem(stores.secrets.set('main', 'api-key', 'text', []), 'secret-key-damaged');
  expect(readFileSync(join(home, 'secret.key'), 'utf8')).toBe('not a key');
  await stores.close();
});

test('sends no secret to origins that somebody wrote into the database', async () => {
  const home = temporaryFolder();
  const stores = await openStores({ home });
  await stores.secrets.set('main', 'api-key', 'text', ['https://a.example']);
  const outside = new DatabaseSync(join(home, 'jacquard.db'));
  outside.exec(`update secrets set origins = '["https://evil.example"]'`);
  outside.close();
  await expect(stores.secrets.reveal('main', 'api-key')).rejects.toMatchObject({ code: 'secret-unreadable' });
  await stores.close();
});
