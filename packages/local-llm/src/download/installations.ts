import { Problem, type ProblemData } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import type { CatalogModel } from '../catalog/catalog.ts';
import type { KnownFiles } from '../known-files.ts';
import type { LocalLog } from '../local-log.ts';
import type { LocalModelState } from '../local-model-state.ts';
import { catalogFile } from '../find-models.ts';
import { checkModelFile } from './check-model-file.ts';
import { deleteFiles } from './delete-files.ts';
import { lockProgress } from './download-lock.ts';
import { installModel, lockFile } from './install-model.ts';
import type { ModelSource } from './model-source.ts';
import { partFiles, partialBytes } from './part-files.ts';
import { reasonOf } from './request.ts';

/** What {@link createInstallations} stands on. */
export interface InstallationsOptions {
  readonly folder: string;
  readonly fetch: Fetch;
  readonly log: LocalLog;
  readonly files: KnownFiles;
  readonly sourcesOf: (entry: CatalogModel) => readonly ModelSource[];
  /** Free bytes of a folder's disk. */
  readonly freeBytes?: ((folder: string) => Promise<number>) | undefined;
}

/** The files of the catalog's models in one folder, and the downloads that run. */
export interface Installations {
  state(entry: CatalogModel): Promise<LocalModelState>;
  install(entry: CatalogModel): Promise<void>;
  cancel(id: string): Promise<void>;
  /** Stops a download, and deletes the file and what downloads left of it. */
  remove(entry: CatalogModel): Promise<void>;
  onChange(listener: (state: LocalModelState) => void): () => void;
  close(): Promise<void>;
}

interface Running {
  readonly controller: AbortController;
  readonly finished: Promise<void>;
}

/** Milliseconds between two news of a download's progress. */
const newsInterval = 150;

/** See {@link Installations}. */
export function createInstallations(options: InstallationsOptions): Installations {
  const { folder, files } = options;
  const running = new Map<string, Running>();
  const progress = new Map<string, number>();
  const failures = new Map<string, ProblemData>();
  const listeners = new Set<(state: LocalModelState) => void>();

  const state = async (entry: CatalogModel): Promise<LocalModelState> => {
    if (running.has(entry.id)) return { ...aboutEntry(entry), state: 'downloading', done: progress.get(entry.id) ?? 0 };
    return stateOnDisk(folder, entry, files, failures.get(entry.id));
  };
  const tell = async (entry: CatalogModel): Promise<void> => {
    const now = await state(entry);
    for (const listener of listeners) listener(now);
  };
  const news: DownloadNews = {
    progress: (entry, done) => {
      progress.set(entry.id, done);
      void tell(entry);
    },
    failed: (entry, problem) => void failures.set(entry.id, problem.toData()),
  };
  const run = async (entry: CatalogModel, signal: AbortSignal): Promise<void> => {
    try {
      await download(options, entry, signal, news);
    } finally {
      running.delete(entry.id);
      await tell(entry);
    }
  };
  const start = (entry: CatalogModel): Running => {
    const controller = new AbortController();
    failures.delete(entry.id);
    const finished = Promise.resolve().then(() => run(entry, controller.signal));
    finished.catch(() => undefined); // for those who asked; its problem is in the state, too
    const started = { controller, finished };
    running.set(entry.id, started);
    return started;
  };
  const stop = async (id: string): Promise<void> => {
    running.get(id)?.controller.abort(new Problem('cancelled'));
    await running.get(id)?.finished.catch(() => undefined);
  };
  return {
    state,
    install: (entry) => (running.get(entry.id) ?? start(entry)).finished,
    cancel: stop,
    async remove(entry) {
      await stop(entry.id);
      failures.delete(entry.id);
      await deleteFiles(folder, [catalogFile(entry), ...(await partFiles(folder, entry))]);
      await tell(entry);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => void (await Promise.all([...running.keys()].map(stop))),
  };
}

/** What the one who downloads tells. */
interface DownloadNews {
  progress(entry: CatalogModel, done: number): void;
  failed(entry: CatalogModel, problem: Problem): void;
}

async function download(
  options: InstallationsOptions,
  entry: CatalogModel,
  signal: AbortSignal,
  news: DownloadNews,
): Promise<void> {
  const report = throttled(newsInterval, (done) => news.progress(entry, done));
  try {
    report(0);
    await installModel({ ...options, entry, sources: options.sourcesOf(entry), signal, report });
  } catch (error) {
    if (signal.aborted) throw new Problem('model-download-cancelled', { model: entry.name }, { cause: error });
    const problem = Problem.is(error) ? error : failed(entry, error);
    news.failed(entry, problem);
    options.log.warn({ model: entry.id, code: problem.code, params: problem.params }, 'a model could not be fetched');
    throw problem;
  }
}

async function stateOnDisk(
  folder: string,
  entry: CatalogModel,
  files: KnownFiles,
  failure: ProblemData | undefined,
): Promise<LocalModelState> {
  const about = aboutEntry(entry);
  const file = await checkModelFile(folder, entry, files);
  if (file === 'installed') return { ...about, state: 'installed' };
  const elsewhere = await lockProgress(lockFile(folder, entry.id));
  if (elsewhere && !elsewhere.isStale) return { ...about, state: 'downloading', done: elsewhere.done };
  const error = failure ?? (file === 'absent' ? undefined : file.toData());
  const partial = await partialBytes(folder, entry);
  const kept = partial > 0 ? { partial } : {};
  return error ? { ...about, ...kept, state: 'failed', error } : { ...about, ...kept, state: 'absent' };
}

function throttled(interval: number, report: (done: number) => void): (done: number) => void {
  let toldAt = -interval;
  return (done) => {
    if (performance.now() - toldAt < interval) return;
    toldAt = performance.now();
    report(done);
  };
}

function failed(entry: CatalogModel, error: unknown): Problem {
  const options = { kind: 'operational', cause: error } as const;
  return new Problem('model-download-failed', { model: entry.name, reason: reasonOf(error) }, options);
}

function aboutEntry(entry: CatalogModel): Omit<LocalModelState, 'state'> {
  const { id, name, description, size, parameters, contextTokens, languages, licence, memory, quantisation } = entry;
  const facts = { size, parameters, contextTokens, licence, memory, quantisation };
  return { id, name, description, languages: [...languages], ...facts };
}
