import { openPython } from './python/open-python.ts';
import { serveJobs } from './serve-jobs.ts';

// A sandbox process for Python: it performs one job, and is thrown away. Its argument is the file of a snapshot, if there is one.
const [, , snapshotFile] = process.argv;
await serveJobs(() => openPython(snapshotFile));
