import { mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedPrompt } from '@jacquard/node-kit';
import { describe, expect, test } from 'vitest';
import { createRecordingShelf } from './recording-shelf.ts';

const prompt: RecordedPrompt = { messages: [{ role: 'user', content: 'A colour?' }] };
const folderOf = (): string => mkdtempSync(join(tmpdir(), 'jacquard-recordings-'));
const write = (folder: string, lines: readonly unknown[]): void =>
  writeFileSync(
    join(folder, 'colours.recording.jsonl'),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );

test('answers are written as lines that people read, and are there for the next process', async () => {
  const folder = join(folderOf(), 'new');
  const recording = await createRecordingShelf(folder).open('colours');
  const slots = ['red', 'green', 'blue'].map((text) => [recording.reserve(prompt, 'one'), text] as const);
  await Promise.all(slots.map(([slot, text]) => slot.keep({ text, finish: 'stop', outputTokens: 1 })));
  await recording.addScores(prompt, new Map([['yes', -0.5]]));
  expect(readFileSync(join(folder, 'colours.recording.jsonl'), 'utf8')).toBe(
    [
      '{"recording":1}',
      '{"prompt":{"messages":[{"role":"user","content":"A colour?"}]}}',
      '{"answer":"red","finish":"stop","outputTokens":1}',
      '{"answer":"green","finish":"stop","outputTokens":1}',
      '{"answer":"blue","finish":"stop","outputTokens":1}',
      '{"scores":[["yes",-0.5]]}',
      '',
    ].join('\n'),
  );
  expect(readdirSync(folder)).toEqual(['colours.recording.jsonl']);
  const again = await createRecordingShelf(folder).open('colours');
  expect([again.next(prompt, 'two')?.text, again.next(prompt, 'two')?.text]).toEqual(['red', 'green']);
  expect(again.scores(prompt).get('yes')).toBe(-0.5);
});

test('runs that begin at once record into the same, and two processes keep one another’s prompts', async () => {
  const folder = folderOf();
  write(folder, [{ recording: 1 }, { prompt }, { answer: 'red' }]);
  const asked = (text: string): RecordedPrompt => ({ text });
  const [one, other] = [createRecordingShelf(folder), createRecordingShelf(folder)];
  const [first, second, elsewhere] = await Promise.all([one, one, other].map((shelf) => shelf.open('colours')));
  await first?.reserve(asked('first'), 'one').keep({ text: '1' });
  await second?.reserve(asked('second'), 'two').keep({ text: '2' });
  await elsewhere?.reserve(asked('elsewhere'), 'three').keep({ text: '3' });
  await first?.reserve(asked('again'), 'one').keep({ text: '4' });
  const { content } = await createRecordingShelf(folder).open('colours');
  const answers = content.entries.flatMap((entry) => entry.answers.map(({ text }) => text));
  expect(answers.toSorted()).toEqual(['1', '2', '3', '4', 'red']);
});

test('a key that a server sends back is not written', async () => {
  const folder = folderOf();
  const secrets = async () => [{ name: 'openai-api-key', text: 'sk-very-"secret"' }];
  const recording = await createRecordingShelf(folder, secrets).open('colours');
  await recording.reserve(prompt, 'one').keep({ text: 'no such key: sk-very-"secret"' });
  const written = readFileSync(join(folder, 'colours.recording.jsonl'), 'utf8');
  expect(written).toContain('{"answer":"no such key: [secret openai-api-key]"}');
});

test('a file that was changed outside is read anew, and has another identity', async () => {
  const folder = folderOf();
  const shelf = createRecordingShelf(folder);
  expect(await shelf.identify('colours')).toBeUndefined();
  write(folder, [{ recording: 1 }, { prompt }, { answer: 'red' }]);
  const [first, before] = [await shelf.open('colours'), await shelf.identify('colours')];
  expect(await shelf.open('colours')).toBe(first);
  write(folder, [{ recording: 1 }, { prompt }, { answer: 'a brighter red' }]);
  expect((await shelf.open('colours')).next(prompt, 'one')?.text).toBe('a brighter red');
  expect(await shelf.identify('colours')).not.toBe(before);
});

test.each(['../colours', 'a/b', 'a\\b', '.hidden', '', 'a\0b', 'x'.repeat(200), 'a:b'])(
  'the name %j chooses no path',
  async (name) => {
    await expect(createRecordingShelf(folderOf()).open(name)).rejects.toMatchObject({
      code: 'recording-name-unusable',
    });
  },
);

test('a link is not followed', async () => {
  const folder = folderOf();
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'colours.recording.jsonl'));
  await expect(createRecordingShelf(folder).open('colours')).rejects.toMatchObject({ code: 'recording-broken' });
});

describe('a broken recording is named with its line', () => {
  test.each([
    ['no JSON', [{ recording: 1 }, '{'], 2],
    ['no recording', [{ hello: 1 }], 1],
    ['a later form', [{ recording: 2 }], 1],
    ['an answer before any prompt', [{ recording: 1 }, { answer: 'red' }], 2],
    ['a wrong answer', [{ recording: 1 }, { prompt }, { answer: 7 }], 3],
    ['an unknown line', [{ recording: 1 }, '', { prompt }, { run: 'rm' }], 4],
    [
      'what is too deep',
      [{ recording: 1 }, `{"prompt":{"schema":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}}`],
      2,
    ],
    ['a wrong role', [{ recording: 1 }, { prompt: { messages: [{ role: 'root', content: '' }] } }], 2],
  ])('%s', async (_what, lines, line) => {
    const folder = folderOf();
    write(folder, lines);
    await expect(createRecordingShelf(folder).open('colours')).rejects.toMatchObject({
      code: 'recording-broken',
      params: { name: 'colours', line },
    });
  });
});
