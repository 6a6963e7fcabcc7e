import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { serialiseFlow } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { askFlow } from '../fixtures/ask-flow.ts';
import { temporaryFolder } from '../security/server-under-test.ts';

const main = join(import.meta.dirname, '../../apps/cli/src/main.ts');
const patience = { timeout: 90_000 };

async function jacquard(home: string, words: readonly string[], folder: string) {
  const env = { ...process.env, JACQUARD_HOME: home, LANG: 'en_GB.UTF-8', JACQUARD_NETWORK: 'none' };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], {
    env,
    cwd: folder,
  });
  child.stdin.end('');
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, error };
}

/** A folder under version control, as it is published. */
function published(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'documents'));
  writeFileSync(join(folder, 'documents/pret.md'), '# Prêt\n\nChaque lecteur peut emprunter douze livres.\n');
  writeFileSync(join(folder, 'handbook.knowledge.json'), '{"jacquard-knowledge": 1, "sources": ["documents/*"]}\n');
  writeFileSync(join(folder, 'ask.flow.json'), serialiseFlow(askFlow('handbook')));
  const git = (...words: string[]) =>
    spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  expect(git('commit', '-q', '-m', 'Ask the handbook').status).toBe(0);
  return folder;
}

function clone(folder: string): string {
  const target = join(temporaryFolder(), 'clone');
  expect(spawnSync('git', ['clone', '-q', folder, target]).status).toBe(0);
  return target;
}

test('a cloned folder answers at once: what is missing is built before the run, and said', patience, async () => {
  const [home, folder] = [temporaryFolder(), clone(published())];
  const words = ['run', 'ask.flow.json', '-i', 'question=Combien de livres peut-on emprunter ?'];
  const first = await jacquard(home, words, folder);
  expect([first.code, first.error]).toEqual([0, 'The documents of “handbook” are being read, once.\n']);
  expect(JSON.parse(first.out)).toMatchObject({ outputs: { reply: expect.stringContaining('douze livres') } });
  const second = await jacquard(home, words, folder);
  expect([second.code, second.error]).toEqual([0, '']);
  expect(JSON.parse(second.out).outputs).toEqual(JSON.parse(first.out).outputs);
});

test('building by itself tells what was read and what was not', patience, async () => {
  const [home, folder] = [temporaryFolder(), clone(published())];
  writeFileSync(join(folder, 'documents/broken.pdf'), '%PDF-1.7 and nothing more');
  const some = await jacquard(home, ['knowledge', 'build', 'handbook.knowledge.json'], folder);
  expect(some.code).toBe(0);
  expect(JSON.parse(some.out)).toMatchObject({
    id: 'handbook',
    documents: 1,
    failed: 1,
    files: [
      { source: 'documents/broken.pdf', state: 'failed', problem: { code: expect.stringMatching(/^document-/) } },
      { source: 'documents/pret.md', state: 'ready', passages: 1 },
    ],
  });
  writeFileSync(join(folder, 'handbook.knowledge.json'), '{"jacquard-knowledge": 1, "sources": ["documents/*.pdf"]}');
  expect((await jacquard(home, ['knowledge', 'build', 'handbook.knowledge.json'], folder)).code).toBe(1);
});

test('what can’t be built is said with its reason', patience, async () => {
  const [home, folder] = [temporaryFolder(), temporaryFolder()];
  writeFileSync(join(folder, 'broken.knowledge.json'), '{"jacquard-knowledge": 1,\n');
  const answers = [
    await jacquard(home, ['knowledge', 'build', 'broken.knowledge.json'], folder),
    await jacquard(home, ['knowledge', 'build', 'none.knowledge.json'], folder),
    await jacquard(home, ['knowledge', 'build', 'handbook.pdf'], folder),
    await jacquard(home, ['knowledge', 'weave'], folder),
  ];
  expect(answers.map(({ code }) => code)).toEqual([1, 1, 64, 64]);
  expect(answers[0]?.error).toContain('broken.knowledge.json is no JSON from line 2');
  expect(answers[1]?.error).toContain('There is no knowledge base “none”');
  expect(answers[2]?.error).toContain('handbook.pdf');
});

test('a bundle written on the command line is a project folder once it is unpacked', patience, async () => {
  const [home, folder] = [temporaryFolder(), clone(published())];
  const written = await jacquard(home, ['bundle', 'ask.flow.json', 'out.zip'], folder);
  expect([written.code, written.error]).toEqual([0, 'out.zip holds the flow and all that it names.\n']);
  const entries = readFileSync(join(folder, 'out.zip')).toString('latin1').split('PK\u0001\u0002').slice(1);
  const names = entries.map((entry) => entry.slice(42, 42 + entry.charCodeAt(24)));
  expect(names.toSorted()).toEqual(['ask.flow.json', 'handbook.knowledge.json', 'handbook/pret.md']);
});
