import { fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { readFile } from './read-file.ts';

async function textOf(bytes: readonly number[]): Promise<unknown> {
  const services = fakeServices();
  const file = services.store('note.txt', new Uint8Array(bytes));
  return (await runNode(readFile, { inputs: { file }, services })).outputs['text'];
}

test.each([
  ['UTF-8', [0x4e, 0x6f, 0xc3, 0xab, 0x6c], 'Noël'],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x41], 'A'],
  ['Windows-1252', [0x4e, 0x6f, 0xeb, 0x6c, 0x20, 0x80], 'Noël €'],
  ['UTF-16, little end first', [0xff, 0xfe, 0xeb, 0x00], 'ë'],
  ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0xeb], 'ë'],
  ['line breaks of Windows', [0x61, 0x0d, 0x0a, 0x62], 'a\nb'],
  ['nothing', [], ''],
])('%s', async (_name, bytes, text) => {
  expect(await textOf(bytes)).toBe(text);
});

test('a picture is no text, and the file is named', async () => {
  await expect(textOf([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])).rejects.toMatchObject({
    code: 'file-not-text',
    params: { file: 'note.txt' },
  });
});
