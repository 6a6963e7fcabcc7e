import { Problem, type ProblemData } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import type { CatalogModel } from '../catalog/catalog.ts';
import type { KnownFiles } from '../known-files.ts';
import type { LocalLog } from '../local-log.ts';
import type { LocalModelState } from '../local-model-state.ts';
import { checkModelFile } from './check-model-file.ts';
import { lockProgress } from './download-lock.ts';
import { installModel, lockFile } from './install-model.ts';
import type { ModelSource } from './model-source.ts';
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
  const { folder, files, log } = options;
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
  const run = async (entry: CatalogModel, signal: AbortSignal): Promise<void> => {
    const report = throttled(newsInterval, (done) => {
      progress.set(entry.id, done);
      void tell(entry);
    });
    try {
      report(0);
      await installModel({ ...options, entry, sources: options.sourcesOf(entry), signal, report });
    } catch (error) {
      if (signal.aborted) throw new Problem('model-download-cancelled', { model: entry.name }, { cause: error });
      const problem = Problem.is(error) ? error : failed(entry, error);
      failures.set(entry.id, problem.toData());
      log.warn({ model: entry.id, code: problem.code, params: problem.params }, 'a model could not be fetched');
      throw problem;
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
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => void (await Promise.all([...running.keys()].map(stop))),
  };
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
  return error ? { ...about, state: 'failed', error } : { ...about, state: 'absent' };
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
  const { id, name, description, size, parameters, contextTokens, languages, licence } = entry;
  return { id, name, description, size, parameters, contextTokens, languages: [...languages], licence };
}
