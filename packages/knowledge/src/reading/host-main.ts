import { enableCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { serveHost } from './serve-host.ts';

// The reading process: what is hostile or broken in a file ends this and not the server. Its argument is the most memory that
// it may take, in bytes.
enableCompileCache();
const mostBytes = Number(process.argv[2]);
new Worker(new URL('memory-thread.ts', import.meta.url), { workerData: { mostBytes, every: 100 } }).unref();
serveHost();
