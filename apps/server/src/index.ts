export { createLog } from './create-log.ts';
export { startServer, type RunningServer, type ServerOptions } from './start-server.ts';
export { allOperations } from './operations/all-operations.ts';
export type { Method, Operation, Rule } from './operations/operation.ts';
export { askedRules, toldRules } from './operations/socket-rules.ts';
