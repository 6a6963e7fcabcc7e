import { createMemoryStores } from '@jacquard/stores/testing';
import { expect, test } from 'vitest';
import { SecretBook } from './secret-book.ts';

async function bookOf(environment: Record<string, { text: string; origins: string[] }>): Promise<SecretBook> {
  const { secrets } = createMemoryStores();
  return new SecretBook(new Map(Object.entries(environment)), secrets, 'main').open();
}

test('a list of secrets holds no text', async () => {
  const book = await bookOf({ env: { text: 'TEXT-1', origins: ['https://a.example'] } });
  await book.set('own', 'TEXT-2', ['https://b.example']);
  const list = await book.list();
  expect(list.map(({ name, origins }) => [name, origins])).toEqual([
    ['env', ['https://a.example']],
    ['own', ['https://b.example']],
  ]);
  expect(JSON.stringify(list)).not.toMatch(/TEXT/);
  expect(await book.reveal('own')).toMatchObject({ text: 'TEXT-2', origins: ['https://b.example'] });
});

test('the environment’s secret wins, and can’t be changed or deleted here', async () => {
  const book = await bookOf({ key: { text: 'env', origins: [] } });
  await expect(book.set('key', 'mine', ['https://evil.example'])).rejects.toMatchObject({
    code: 'secret-of-environment',
  });
  await expect(book.delete('key')).rejects.toMatchObject({ code: 'secret-of-environment' });
  expect(await book.reveal('key')).toEqual({ text: 'env', origins: [] });
});

test('a deleted secret is gone', async () => {
  const book = await bookOf({});
  await book.set('own', 'x', []);
  expect(book.has('own')).toBe(true);
  await book.delete('own');
  expect(book.has('own')).toBe(false);
  await expect(book.delete('own')).rejects.toMatchObject({ code: 'secret-not-found' });
});
