import { constants } from 'node:fs';
import { link, lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { fileProblem } from '../file-problem.ts';
import { isFlowId } from '../flow-id.ts';
import type { Space } from '../interfaces.ts';
import { isFileError } from '../is-file-error.ts';
import type { Database } from '../sqlite/database.ts';
import { writeTemporaryFile } from '../write-temporary-file.ts';
import { createFlowTestResults } from './flow-test-rows.ts';
import type { FlowTestStore, FlowTestTexts, StoredFlowTest } from './flow-test-store.ts';
import { flowOfTest, requireTest, requireTestId, revisionOfTest } from './flow-test-text.ts';

/** How files of tests end; what comes before is the test's id. */
const flowTestEnding = '.flow-test.json';
const recordedEnding = '.flow-test.recorded.json';

/** Bytes. */
const largestFile = 32 * 1024 * 1024;
const reading = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Tests as files of a project folder. The files are the truth. @param folder A real path. */
export function createFlowTestFiles(database: Database, folder: string): FlowTestStore {
  const get = (id: string): Promise<StoredFlowTest | undefined> => readTest(folder, id);
  const results = createFlowTestResults(database, () => folder);
  return {
    async list(_space: Space, flowId) {
      const tests = await Promise.all((await listIds(folder)).map((id) => get(id)));
      return tests.filter((test) => test !== undefined).filter((test) => isOf(test, flowId));
    },
    get: async (_space, id) => (isFlowId(id) ? await get(id) : undefined),
    async create(_space, flowId, id, texts) {
      requireTestId(id);
      await writeTexts(folder, id, texts, true);
      return { id, flowId, ...texts, revision: revisionOfTest(texts) };
    },
    async save(_space, id, texts, expected) {
      const { flowId } = requireTest(isFlowId(id) ? await get(id) : undefined, id, expected);
      await writeTexts(folder, id, texts, false);
      return { id, flowId, ...texts, revision: revisionOfTest(texts) };
    },
    async delete(space, id, expected) {
      requireTest(isFlowId(id) ? await get(id) : undefined, id, expected);
      for (const ending of [flowTestEnding, recordedEnding]) await rm(join(folder, `${id}${ending}`), { force: true });
      await results.dropResults(space, id, new Set());
    },
    ...results,
  };
}

/** What can't be read belongs to the flow whose id its name begins with. */
function isOf({ id, flowId, text }: StoredFlowTest, wanted: string): boolean {
  if (flowOfTest(text) !== undefined) return flowId === wanted;
  return id === wanted || id.startsWith(`${wanted}.`);
}

async function listIds(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder))
      .filter((name) => name.endsWith(flowTestEnding))
      .map((name) => name.slice(0, -flowTestEnding.length))
      .filter((id) => isFlowId(id))
      .toSorted();
  } catch (error) {
    throw fileProblem(error, folder);
  }
}

async function readTest(folder: string, id: string): Promise<StoredFlowTest | undefined> {
  const text = await readText(folder, `${id}${flowTestEnding}`);
  if (text === undefined) return undefined;
  const recorded = await readText(folder, `${id}${recordedEnding}`);
  const texts = { text, recorded };
  return { id, flowId: flowOfTest(text) ?? id, ...texts, revision: revisionOfTest(texts) };
}

/** Undefined where there is none. A link, a pipe or a folder is no file of this folder's. */
async function readText(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, name);
  try {
    await using handle = await open(path, reading);
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > largestFile) throw new Problem('test-file-unreadable', { file: name });
    return await handle.readFile('utf8');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    if (isFileError(error, 'ELOOP', 'EISDIR', 'ENXIO')) throw new Problem('test-file-unreadable', { file: name });
    throw Problem.is(error) ? error : fileProblem(error, path);
  }
}

/** What is recorded is down before the test that stands on it. */
async function writeTexts(folder: string, id: string, texts: FlowTestTexts, isNew: boolean): Promise<void> {
  const path = join(folder, `${id}${flowTestEnding}`);
  const beside = join(folder, `${id}${recordedEnding}`);
  if (isNew && (await lstat(path).catch(() => undefined)) !== undefined) throw new Problem('test-exists', { id });
  if (texts.recorded === undefined) await rm(beside, { force: true });
  else await rename(await writeTemporaryFile(folder, texts.recorded), beside);
  const temporary = await writeTemporaryFile(folder, texts.text);
  try {
    if (!isNew) return await rename(temporary, path);
    await link(temporary, path);
  } catch (error) {
    if (isFileError(error, 'EEXIST')) throw new Problem('test-exists', { id });
    throw fileProblem(error, path);
  } finally {
    await rm(temporary, { force: true });
  }
}
