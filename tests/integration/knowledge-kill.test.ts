import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Base, BaseFile, Knowledge } from '@jacquard/knowledge';
import { openQuickKnowledge } from '@jacquard/knowledge/testing';
import { fakeEmbeddings } from '@jacquard/node-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDocuments, passagesOf, writeDocument } from '../fixtures/knowledge-folder.ts';

/** Processes that are killed while they build. More with `JACQUARD_KILL_BUILDS`. */
const killCount = Number(process.env['JACQUARD_KILL_BUILDS'] ?? 50);
const documentCount = 200;
/** How long after its first file a process lives, at most; milliseconds. */
const longestLife = 120;

interface Look {
  readonly documents: number;
  /** Documents as they are now; the others are still to be read, or to be read again. */
  readonly current: number;
  /** Documents with other passages than one of their versions has. */
  readonly torn: readonly string[];
}

const home = mkdtempSync(join(tmpdir(), 'jacquard-knowledge-kill-'));
const [folder, indexFolder] = [join(home, 'files'), join(home, 'index')];
const versions = new Map<number, number>();
const looks: Look[] = [];
const wholeOnes = new Set<string>();
let knowledge: Knowledge;
let base: Base;
let kills = 0;
let wholes = 0;

beforeAll(
  async () => {
    for (let number = 0; number < documentCount; number += 1) await write(number, 0);
    const embeddings = fakeEmbeddings();
    const service = { open: async () => embeddings, describe: async () => embeddings };
    const log = { info: () => undefined, warn: () => undefined };
    knowledge = openQuickKnowledge({ indexFolder, embeddings: service, log });
    base = knowledge.base('kill', 'kill');
    let next = start(0);
    for (let turn = 1; kills < killCount; turn += 1) {
      const current = next;
      next = start(turn);
      await killSomeTime(current);
      looks.push(await look());
    }
    await finish(next);
  },
  30_000 + killCount * 8_000,
);

afterAll(async () => {
  await knowledge.close();
  rmSync(home, { recursive: true, force: true });
});

async function write(number: number, version: number): Promise<void> {
  versions.set(number, version);
  await writeDocument(folder, number, version);
}

interface Builder {
  readonly child: ChildProcess;
  readonly ready: Promise<unknown>;
}

/** The next process gets ready while the one before is building. */
function start(turn: number): Builder {
  const child = fork(
    join(import.meta.dirname, '../fixtures/knowledge-builder.ts'),
    [folder, indexFolder, String(turn)],
    {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: join(home, 'compiled') },
    },
  );
  return { child, ready: once(child, 'message') };
}

/** One that is done before it could be killed finds a third of the documents changed, by the next one. */
async function killSomeTime({ child, ready }: Builder): Promise<void> {
  const exited = once(child, 'exit');
  await ready;
  child.on('message', (message) => {
    if (message === 'begun') setTimeout(() => child.kill('SIGKILL'), Math.random() * longestLife);
  });
  child.send('build');
  const [, signal] = await exited;
  if (signal === 'SIGKILL') kills += 1;
  if (signal === 'SIGKILL') return;
  wholes += 1;
  for (const [number, version] of versions) if (number % 3 === wholes % 3) await write(number, version + 1);
}

async function finish({ child, ready }: Builder): Promise<void> {
  const exited = once(child, 'exit');
  await ready;
  child.send('build');
  await exited;
}

/** What the base holds, as another process sees it. What was found whole is not looked at again until it is built again. */
async function look(): Promise<Look> {
  const files = await base.files(await listDocuments(folder));
  const held = files.filter(({ sha256 }) => sha256 !== undefined);
  const torn: string[] = [];
  for (const file of held) {
    const about = `${file.source} ${file.sha256} ${file.passages} ${file.state}`;
    if (!wholeOnes.has(about) && !(await isWhole(file))) torn.push(file.source);
    wholeOnes.add(about);
  }
  return { documents: held.length, current: files.filter(({ state }) => state === 'ready').length, torn };
}

async function isWhole({ source, passages, state }: BaseFile): Promise<boolean> {
  const number = Number.parseInt(source, 10);
  const possible = Array.from({ length: (versions.get(number) ?? 0) + 1 }, (_, version) => passagesOf(number, version));
  const [documents, held] = await Promise.all([base.documents(source), base.passages(source)]);
  return state !== 'failed' && possible.includes(passages) && held.length === passages && documents?.length === 1;
}

test('processes were killed while they built', () => {
  expect(kills).toBe(killCount);
  expect(new Set(looks.map(({ current }) => current)).size).toBeGreaterThan(2);
});

test('after each death the base opened, and held whole documents only', () => {
  expect(looks.flatMap(({ torn }) => torn)).toEqual([]);
  expect(readdirSync(indexFolder).filter((name) => name.includes('damaged'))).toEqual([]);
});

test('what was built stayed, and in the end the base is whole', async () => {
  const content = await listDocuments(folder);
  const total = [...versions].reduce((sum, [number, version]) => sum + passagesOf(number, version), 0);
  expect(await base.status(content)).toMatchObject({
    state: 'ready',
    documents: documentCount,
    failed: 0,
    passages: total,
  });
  const counts = looks.map(({ documents }) => documents);
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  const { passages } = await base.search(content.document, 'version of rule in document 7', { top: 1 });
  expect(passages).toHaveLength(1);
});
