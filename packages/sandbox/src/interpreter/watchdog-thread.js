import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

// A thread of a sandbox process. It sees what the whole process takes while the main thread is within the code, and ends the
// process when that is too much, or when the server that started it has gone. Plain JavaScript: a thread that first loads what reads
// TypeScript takes as long to start as all the rest of the process.
const limit = new Float64Array(workerData.mostBytes);
const parent = process.ppid;

setInterval(() => {
  const isLost = process.ppid !== parent;
  if (process.memoryUsage.rss() <= limit[0] && !isLost) return;
  if (!isLost) writeSync(2, 'too much memory\n');
  process.kill(process.pid, 'SIGKILL');
}, 50);
