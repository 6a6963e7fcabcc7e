import { expect, test } from 'vitest';
import { emptyFolder, runWords, written } from './testing/run-words.ts';

const nodes = {
  who: { type: 'io.text-input' },
  reply: { type: 'io.text-output', inputs: { text: { from: 'who.text' } } },
};
const greeting = written(emptyFolder(), 'greet.flow.json', { jacquard: 1, name: 'Greet', nodes });

test.each([
  [['weave']],
  [['--loud']],
  [['run']],
  [['serve']],
  [['serve', greeting]],
  [['run', greeting, '-i', 'who']],
  [['run', greeting, '-i', 'whom=x']],
  [['run', greeting, '-i', 'who=@nowhere.txt']],
  [['run', greeting, '--inputs', 'nowhere.json']],
  [['run', greeting, '--output', 'csv']],
  [['run', greeting, '--concurrency', '3']],
  [['run', greeting, '--csv', '-', '--stream']],
  [['run', greeting, '--csv', '-', '--inputs', '-']],
  [['run', greeting, '--stream=loud']],
  [['run', greeting, '--csv', '-', '--output', 'xml']],
  [['run', greeting, '--csv', '-', '--concurrency', '0']],
  [['run', greeting, '--csv', 'nowhere.csv']],
])('%j are words that aren’t understood: nothing runs, and what to do is said', async (words) => {
  const { code, out, error } = await runWords(words, { input: 'who\nAda\n' });
  expect([code, out]).toEqual([64, '']);
  expect(error.length).toBeGreaterThan(20);
});

test('the version and the help are answers, in the language of the terminal', async () => {
  expect((await runWords(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  const help = await runWords(['--help'], { environment: { LANG: 'fr_FR.UTF-8' } });
  expect(help).toMatchObject({ code: 0, error: '', out: expect.stringContaining('jacquard start [DOSSIER]') });
});
