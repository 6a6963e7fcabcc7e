export { createLog } from './create-log.ts';
export { startServer, type RunningServer, type ServerOptions } from './start-server.ts';
