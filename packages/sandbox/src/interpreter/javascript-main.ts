import { openJavaScript } from './javascript/open-javascript.ts';
import { serveJobs } from './serve-jobs.ts';

// A sandbox process for JavaScript: it serves one job after another, each in an interpreter of its own.
await serveJobs(openJavaScript);
