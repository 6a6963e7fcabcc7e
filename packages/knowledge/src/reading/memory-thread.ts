import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';

// A thread of the reading process: it sees what the whole process takes while the main thread is at work on a file, and ends
// it when that is too much, or when the parent has gone.
const { mostBytes, every } = z.object({ mostBytes: z.number(), every: z.number() }).parse(workerData);
const parent = process.ppid;

setInterval(() => {
  const isLost = process.ppid !== parent;
  if (process.memoryUsage.rss() <= mostBytes && !isLost) return;
  if (!isLost) writeSync(2, 'reading took too much memory\n');
  process.kill(process.pid, 'SIGKILL');
}, every);
