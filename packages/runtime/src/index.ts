export type { Configuration, Environment, LogLevel } from './configuration.ts';
export * from './examples.ts';
export * from './model-shelf.ts';
export * from './read-configuration.ts';
export { RunService, type RunHandle, type RunResult, type StartRun } from './run-service.ts';
export * from './run-sink.ts';
export { createRuntime, type Runtime, type RuntimeOptions } from './runtime.ts';
export type { LogLine, SpaceRuntime } from './space.ts';
export { version } from './version.ts';
