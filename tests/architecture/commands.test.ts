import { expect, test } from 'vitest';
import { isForTests, sourceFiles } from './source-files.ts';

/** Of one node, where the random edits use the one for several. */
const coveredByOthers = new Set(['placeNode']);

test('every editing command is among the random edits, so that the properties of undo and merging hold for it', () => {
  const files = sourceFiles().filter(({ place }) => place === 'packages/canvas');
  const edits = files.filter(({ path }) => /\/testing\/random-/.test(path)).map(({ text }) => text);
  const commands = files
    .filter(({ path }) => path.includes('/commands/') && !isForTests(path))
    .flatMap(({ text }) => [...text.matchAll(/^export function (\w+)\((?:(?!^export)[\s\S])*?\): (\w+)[^\n]*\{$/gm)])
    .filter(([, , result]) => result === 'Command')
    .map(([, name = '']) => name);
  expect(commands.length).toBeGreaterThan(20);
  const untried = commands.filter((name) => !edits.some((text) => text.includes(`${name}(`)));
  expect(untried.filter((name) => !coveredByOthers.has(name))).toEqual([]);
});
