import { jsonEquals, Problem, type JsonValue } from '@jacquard/flow';
import type { BaseContent, BuildOptions, BuildProgress, BuildReport } from './base-state.ts';
import { createBuilding, type Building } from './building.ts';

/** Buildings of one base, one after the other: who asks for what is being built joins. */
export interface BuildLine {
  build(content: BaseContent, options?: BuildOptions): Promise<BuildReport>;
  /** How the one that runs stands; undefined while there is nothing to do. */
  progress(): BuildProgress | undefined;
  /** Stops all of them with `knowledge-build-cancelled`; resolves when nothing is at work any more. */
  cancel(): Promise<void>;
}

/** Runs one building; see `runBuild`. */
export type RunBuild = (
  content: BaseContent,
  options: { signal: AbortSignal; retryFailed: boolean; onProgress: (progress: BuildProgress) => void },
) => Promise<BuildReport>;

/** See {@link BuildLine}. */
export function createBuildLine(run: RunBuild): BuildLine {
  let running: Building | undefined;
  let next: Building | undefined;

  const begin = (building: Building): void => {
    const { content, signal, retryFailed, tell } = building;
    running = building;
    const ended = (): void => {
      running = undefined;
      const following = next;
      next = undefined;
      if (following && !following.signal.aborted) begin(following);
      else following?.end(Promise.reject(following.signal.reason));
    };
    building.end(run(content, { signal, retryFailed, onProgress: tell }).finally(ended));
  };
  /** The building that gives what is asked for: the one that runs, or the next, which takes the latest content. */
  const find = (content: BaseContent, retryFailed: boolean): Building => {
    if (running && !running.signal.aborted && gives(running, content, retryFailed)) return running;
    if (!running) {
      const building = createBuilding(content, retryFailed);
      begin(building);
      return building;
    }
    if (!next || next.signal.aborted) next = createBuilding(content, retryFailed);
    next.content = content;
    next.retryFailed ||= retryFailed;
    return next;
  };

  return {
    async build(content, options = {}) {
      options.signal?.throwIfAborted();
      return find(content, options.retryFailed ?? false).follow(options);
    },
    progress: () => running?.progress(),
    async cancel() {
      const reason = new Problem('knowledge-build-cancelled');
      const both = [running, next];
      for (const building of both) building?.stop(reason);
      for (const building of both) await building?.ended;
    },
  };
}

/** Whether a building that runs gives what is asked for: the same files in the same state, by the same settings. */
function gives(running: Building, content: BaseContent, retryFailed: boolean): boolean {
  return running.retryFailed === retryFailed && jsonEquals(essence(running.content), essence(content));
}

function essence({ document, sources }: BaseContent): JsonValue {
  const { embeddings = 'default', passages = {} } = document;
  const choice = typeof embeddings === 'string' ? embeddings : [embeddings.url, embeddings.model];
  const cut = [passages.size ?? null, passages.overlap ?? null];
  return [choice, cut, ...sources.map(({ source, stamp }) => [source, stamp])];
}
