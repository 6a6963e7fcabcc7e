export { createExecutor } from './create-executor.ts';
export * from './interfaces.ts';
export { compile, type CompileContext } from './plan/compile.ts';
export type {
  Binding,
  External,
  FlowInputPlan,
  FlowOutputPlan,
  LoopPlan,
  NodePlan,
  Plan,
  PortBinding,
  Recipe,
  ScopePlan,
} from './plan/plan.ts';
export { defaultLimits } from './run/limits.ts';
export { staticHashes } from './plan/static-hashes.ts';
