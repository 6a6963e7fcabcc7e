import { enableCompileCache } from 'node:module';
import { serveHost } from './serve-host.ts';

// The model host: a process of its own, so that a native crash or an out-of-memory kill ends this and not the server.
enableCompileCache();
serveHost();
