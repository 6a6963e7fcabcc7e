import type { Terminal } from './terminal.ts';

/** Aborts at the first Ctrl+C or SIGTERM, and gives the exit code that a shell expects then; a second one doesn't wait. */
export function signalOfSignals(terminal: Terminal): { readonly signal: AbortSignal; code(): number | undefined } {
  const abort = new AbortController();
  let code: number | undefined;
  const stopBy = (name: 'SIGINT' | 'SIGTERM', exitCode: number): void => {
    terminal.once(name, () => {
      code = exitCode;
      terminal.once(name, () => terminal.exit(exitCode));
      abort.abort();
    });
  };
  stopBy('SIGINT', 130);
  stopBy('SIGTERM', 143);
  return { signal: abort.signal, code: () => code };
}
