export { createMemoryLog, type MemoryLog } from './memory-log.ts';
export { createMemoryValues, type MemoryValues } from './memory-values.ts';
export { mutateFlow, mutations } from './mutate-flow.ts';
export { propertyRuns, propertyTimeout, randomFlow } from './random-flow.ts';
export { createTestExecutor, type TestExecutor, type TestExecutorOptions } from './test-executor.ts';
export * as testNodes from './test-nodes.ts';
