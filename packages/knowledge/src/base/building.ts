import type { BaseContent, BuildOptions, BuildProgress, BuildReport } from './base-state.ts';

/** One building, and who waits for it. */
export interface Building {
  /** What it gives; until it begins, whoever joins may bring fresher content. */
  content: BaseContent;
  retryFailed: boolean;
  /** Aborts when it is stopped, or when nobody waits for it any more. */
  readonly signal: AbortSignal;
  /** Undefined until there is something to do. */
  progress(): BuildProgress | undefined;
  tell(progress: BuildProgress): void;
  /** Waits for its end. Rejects with the follower's reason when that one leaves. */
  follow(options: BuildOptions): Promise<BuildReport>;
  end(outcome: Promise<BuildReport>): void;
  stop(reason: unknown): void;
  /** Resolves at its end, however that was. */
  readonly ended: Promise<void>;
}

/** See {@link Building}. */
export function createBuilding(content: BaseContent, retryFailed: boolean): Building {
  const { promise, resolve, reject } = Promise.withResolvers<BuildReport>();
  const ended = promise.then(
    () => undefined,
    () => undefined, // everyone may have left
  );
  const controller = new AbortController();
  const followers = new Set<NonNullable<BuildOptions['onProgress']>>();
  let latest: BuildProgress | undefined;
  let waiting = 0;

  const follow = async ({ signal, onProgress }: BuildOptions): Promise<BuildReport> => {
    const hear = (progress: BuildProgress): void => onProgress?.(progress);
    const left = Promise.withResolvers<never>();
    const abort = (): void => left.reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    followers.add(hear);
    waiting += 1;
    try {
      return await Promise.race([promise, left.promise]);
    } finally {
      signal?.removeEventListener('abort', abort);
      followers.delete(hear);
      waiting -= 1;
      if (waiting === 0) controller.abort(signal?.reason);
    }
  };
  return {
    content,
    retryFailed,
    signal: controller.signal,
    progress: () => latest,
    tell(progress) {
      latest = progress;
      for (const hear of followers) hear(progress);
    },
    follow,
    end: (outcome) => void outcome.then(resolve, reject),
    stop(reason) {
      controller.abort(reason);
    },
    ended,
  };
}
