export { createMemoryLog, type MemoryLog } from './memory-log.ts';
export { createMemoryValues, type MemoryValues } from './memory-values.ts';
export { createTestExecutor, type TestExecutor, type TestExecutorOptions } from './test-executor.ts';
