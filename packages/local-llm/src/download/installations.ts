import { Problem, type ProblemData } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import type { FetchableModel } from '../fetchable-model.ts';
import type { KnownFiles } from '../known-files.ts';
import type { LocalLog } from '../local-log.ts';
import type { LocalModelState } from '../local-model-state.ts';
import { filesOnDisk } from '../model-files.ts';
import { checkModelFile } from './check-model-file.ts';
import { memoryClass } from '../catalog/reckon-size.ts';
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
  readonly sourcesOf: (entry: FetchableModel) => readonly ModelSource[];
  /** See `DownloadModelOptions`. */
  readonly inspect?: ((path: string) => Promise<unknown>) | undefined;
  readonly freeBytes?: ((folder: string) => Promise<number>) | undefined;
  readonly stallAfter?: number | undefined;
  readonly retryAfter?: number | undefined;
}

/** The files of models that can be fetched in one folder, and the downloads that run. */
export interface Installations {
  state(entry: FetchableModel): Promise<LocalModelState>;
  install(entry: FetchableModel): Promise<void>;
  cancel(id: string): Promise<void>;
  /** Stops a download, and deletes the file and what downloads left of it. */
  remove(entry: FetchableModel): Promise<void>;
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
  const progress = new Map<string, { readonly done: number; readonly size: number }>();
  const failures = new Map<string, ProblemData>();
  const { tellAll, onChange } = createListeners();

  const state = async (entry: FetchableModel): Promise<LocalModelState> => {
    const come = { done: 0, ...progress.get(entry.id) };
    if (running.has(entry.id)) return { ...aboutEntry(entry), ...come, state: 'downloading' };
    return stateOnDisk(folder, entry, files, failures.get(entry.id));
  };
  const tell = async (entry: FetchableModel): Promise<void> => {
    tellAll(await state(entry));
  };
  const news: DownloadNews = {
    progress: (entry, done, size) => {
      progress.set(entry.id, { done, size });
      void tell(entry);
    },
    failed: (entry, problem) => void failures.set(entry.id, problem.toData()),
  };
  const run = async (entry: FetchableModel, signal: AbortSignal): Promise<void> => {
    try {
      await download(options, entry, signal, news);
    } finally {
      running.delete(entry.id);
      progress.delete(entry.id);
      await tell(entry);
    }
  };
  const start = (entry: FetchableModel): Running => {
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
      const names = (await filesOnDisk(folder, entry.id))?.names ?? [];
      await deleteFiles(folder, [...names, ...(await partFiles(folder, entry))]);
      await files.forget(names);
      await tell(entry);
    },
    onChange,
    close: async () => void (await Promise.all([...running.keys()].map(stop))),
  };
}

type Listener = (state: LocalModelState) => void;

function createListeners(): { readonly tellAll: Listener; readonly onChange: Installations['onChange'] } {
  const listeners = new Set<Listener>();
  return {
    tellAll: (state) => listeners.forEach((listener) => listener(state)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What the one who downloads tells. */
interface DownloadNews {
  progress(entry: FetchableModel, done: number, size: number): void;
  failed(entry: FetchableModel, problem: Problem): void;
}

async function download(
  options: InstallationsOptions,
  entry: FetchableModel,
  signal: AbortSignal,
  news: DownloadNews,
): Promise<void> {
  const report = throttled(newsInterval, (done, total) => news.progress(entry, done, total));
  try {
    report(0, entry.size ?? 0);
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
  entry: FetchableModel,
  files: KnownFiles,
  failure: ProblemData | undefined,
): Promise<LocalModelState> {
  const about = aboutEntry(entry);
  const file = await checkModelFile(folder, entry, files);
  if (file === 'installed') {
    const size = (await filesOnDisk(folder, entry.id))?.size;
    return { ...about, ...(size !== undefined && { size, isSizeAbout: false }), state: 'installed' };
  }
  const elsewhere = await lockProgress(lockFile(folder, entry.id));
  if (elsewhere && !elsewhere.isStale) {
    const { done, total: size = about.size } = elsewhere;
    return { ...about, size, state: 'downloading', done };
  }
  const error = failure ?? (file === 'absent' ? undefined : file.toData());
  const partial = await partialBytes(folder, entry);
  const kept = partial > 0 ? { partial } : {};
  return error ? { ...about, ...kept, state: 'failed', error } : { ...about, ...kept, state: 'absent' };
}

type Report = (done: number, total: number) => void;

function throttled(interval: number, report: Report): Report {
  let toldAt = -interval;
  return (done, total) => {
    if (performance.now() - toldAt < interval) return;
    toldAt = performance.now();
    report(done, total);
  };
}

function failed(entry: FetchableModel, error: unknown): Problem {
  const options = { kind: 'operational', cause: error } as const;
  return new Problem('model-download-failed', { model: entry.name, reason: reasonOf(error) }, options);
}

function aboutEntry(entry: FetchableModel): Omit<LocalModelState, 'state'> {
  const { id, name, description, kind, size = 0, isSizeAbout, parameters, contextTokens, languages, licence } = entry;
  const { licenceNote, memory, quantisation, addedFrom, huggingFace } = entry;
  const facts = { id, name, description, kind, size, parameters, contextTokens, licence, quantisation };
  return {
    ...facts,
    languages: [...languages],
    memoryClass: memoryClass(size),
    isForEmbeddings: kind === 'embeddings',
    ...(isSizeAbout === true && { isSizeAbout }),
    ...(licenceNote && { licenceNote }),
    ...(memory !== undefined && { memory }),
    ...(addedFrom !== undefined && { addedFrom }),
    ...(huggingFace && { repository: huggingFace.repository }),
  };
}
