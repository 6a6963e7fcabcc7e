import { Problem, type JsonValue } from '@jacquard/flow';
import type { Space } from '../interfaces.ts';
import type { Database } from '../sqlite/database.ts';
import type { FlowTestStore, StoredFlowTest } from './flow-test-store.ts';
import { requireTest, requireTestId, revisionOfTest } from './flow-test-text.ts';

interface TestRow {
  readonly id: string;
  readonly flow_id: string;
  readonly text: string;
  readonly recorded: string | null;
}

/** Where results are kept by, beside the space: '' for tests of the database, else the project folder. */
type Results = Pick<FlowTestStore, 'results' | 'keepResults' | 'dropResults'>;

/** Tests as rows of the database. */
export function createFlowTestRows(database: Database): FlowTestStore {
  const list = database.prepare<TestRow>(
    `select id, flow_id, text, recorded from flow_tests where space = ? and folder = '' and flow_id = ? order by id`,
  );
  const find = database.prepare<TestRow>(
    `select id, flow_id, text, recorded from flow_tests where space = ? and folder = '' and id = ?`,
  );
  const put = database.prepare(
    `insert into flow_tests (space, folder, id, flow_id, text, recorded) values (?, '', ?, ?, ?, ?)
     on conflict (space, folder, id) do update set text = excluded.text, recorded = excluded.recorded`,
  );
  const remove = database.prepare(`delete from flow_tests where space = ? and folder = '' and id = ?`);
  const get = (space: Space, id: string): StoredFlowTest | undefined => {
    const row = find.get(space, id);
    return row && testFromRow(row);
  };
  const results = createFlowTestResults(database, () => '');
  return {
    list: async (space, flowId) => await database.read(() => list.all(space, flowId).map(testFromRow)),
    get: async (space, id) => await database.read(() => get(space, id)),
    create: async (space, flowId, id, texts) =>
      await database.write(() => {
        requireTestId(id);
        if (get(space, id) !== undefined) throw new Problem('test-exists', { id });
        put.run(space, id, flowId, texts.text, texts.recorded ?? null);
        return { id, flowId, ...texts, revision: revisionOfTest(texts) };
      }),
    save: async (space, id, texts, expected) =>
      await database.write(() => {
        const { flowId } = requireTest(get(space, id), id, expected);
        put.run(space, id, flowId, texts.text, texts.recorded ?? null);
        return { id, flowId, ...texts, revision: revisionOfTest(texts) };
      }),
    async delete(space, id, expected) {
      await database.write(() => {
        requireTest(get(space, id), id, expected);
        remove.run(space, id);
      });
      await results.dropResults(space, id, new Set());
    },
    ...results,
  };
}

/** Results of tests, which stand in the database also where the tests are files. */
export function createFlowTestResults(database: Database, folderOf: (space: Space) => string): Results {
  const of = 'space = ? and folder = ? and test_id = ?';
  const list = database.prepare<{ name: string; result: string }>(
    `select name, result from flow_test_results where ${of} order by name`,
  );
  const put = database.prepare(
    'insert or replace into flow_test_results (space, folder, test_id, name, result) values (?, ?, ?, ?, ?)',
  );
  const remove = database.prepare(`delete from flow_test_results where ${of} and name = ?`);
  return {
    results: async (space, id) =>
      await database.read(
        () =>
          // boundary: written by `keepResults` from a typed value
          new Map(
            list.all(space, folderOf(space), id).map(({ name, result }) => [name, JSON.parse(result) as JsonValue]),
          ),
      ),
    async keepResults(space, id, results) {
      const texts = [...results].map(([name, result]) => [name, JSON.stringify(result)] as const);
      await database.write(() => {
        for (const [name, text] of texts) put.run(space, folderOf(space), id, name, text);
      });
    },
    async dropResults(space, id, cases) {
      await database.write(() => {
        for (const { name } of list.all(space, folderOf(space), id))
          if (!cases.has(name)) remove.run(space, folderOf(space), id, name);
      });
    },
  };
}

function testFromRow({ id, flow_id: flowId, text, recorded }: TestRow): StoredFlowTest {
  const texts = { text, recorded: recorded ?? undefined };
  return { id, flowId, ...texts, revision: revisionOfTest(texts) };
}
