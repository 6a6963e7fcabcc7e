const name = 'jacquard-drafts';
const table = 'drafts';

/** Drafts in the browser's database. Every call is tried and never throws: without it a page works on. */
export interface DraftStore {
  /** Filed under its `key`. */
  put(entry: object): Promise<void>;
  remove(key: string): Promise<void>;
  /** As they were put, by whichever version of the page: to be parsed. */
  all(): Promise<readonly unknown[]>;
}

let opened: Promise<DraftStore | undefined> | undefined;

/** Opens the database once; undefined where the browser keeps none (a private window, say). */
export async function openDraftStore(): Promise<DraftStore | undefined> {
  opened ??= openDatabase().then(storeOf, () => undefined);
  return await opened;
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table, { keyPath: 'key' }));
  return await resultOf(request);
}

async function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return await new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}

function storeOf(database: IDBDatabase): DraftStore {
  const tableFor = (mode: IDBTransactionMode): IDBObjectStore => database.transaction(table, mode).objectStore(table);
  const attempt = async <Result>(work: () => IDBRequest<Result>): Promise<Result | undefined> => {
    try {
      return await resultOf(work());
    } catch {
      return undefined;
    }
  };
  return {
    async put(entry) {
      await attempt(() => tableFor('readwrite').put(entry));
    },
    async remove(key) {
      await attempt(() => tableFor('readwrite').delete(key));
    },
    all: async () => (await attempt(() => tableFor('readonly').getAll())) ?? [],
  };
}
