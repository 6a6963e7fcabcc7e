/** A promise that its maker settles, unless a signal aborts first: then it rejects with the signal's reason. */
export interface Abortable<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
  /** From now on the signal changes nothing: what was begun is brought to its end. */
  hold(): void;
}

/** See {@link Abortable}. `onAbort` takes out of its line whoever waited. Throws when the signal is aborted already. */
export function abortable<T>(signal: AbortSignal, onAbort: () => void): Abortable<T> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const abort = (): void => {
    onAbort();
    reject(signal.reason);
  };
  const end = (): void => signal.removeEventListener('abort', abort);
  signal.addEventListener('abort', abort, { once: true });
  return {
    promise,
    hold: end,
    resolve(value) {
      end();
      resolve(value);
    },
    reject(reason) {
      end();
      reject(reason);
    },
  };
}
