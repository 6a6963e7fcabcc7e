import { Worker } from 'node:worker_threads';

/** What the two threads share: the most bytes that the process may take, as one double. */
interface WatchdogDial {
  readonly mostBytes: SharedArrayBuffer;
}

/** What a process takes beside the code's memory: Node, the compiled interpreter, texts on their way. */
const ownBytes = 512 * 1024 ** 2;

/** Starts the thread that watches this process, and gives the way to tell it how much memory the next code may take. */
export function startWatchdog(): (codeBytes: number) => void {
  const mostBytes = new SharedArrayBuffer(8);
  const limit = new Float64Array(mostBytes);
  limit[0] = ownBytes;
  const dial: WatchdogDial = { mostBytes };
  new Worker(new URL('./watchdog-thread.js', import.meta.url), { workerData: dial, env: {} }).unref();
  return (codeBytes) => {
    limit[0] = ownBytes + codeBytes;
  };
}
