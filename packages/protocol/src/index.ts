export * from './api.ts';
export * from './run-event.ts';
export * from './socket.ts';
