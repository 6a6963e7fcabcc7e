export * from './access-api.ts';
export * from './api.ts';
export { applyRunEvent, applyRunEvents } from './apply-run-event.ts';
export * from './code-api.ts';
export * from './call-api.ts';
export * from './engine-api.ts';
export * from './insides-api.ts';
export * from './knowledge-api.ts';
export * from './model-api.ts';
export * from './model-call.ts';
export { modelFit, neededMemory } from './model-fit.ts';
export * from './openai-api.ts';
export * from './pins-api.ts';
export * from './publish-api.ts';
export * from './reasoning/index.ts';
export * from './run-event.ts';
export * from './run-export.ts';
export * from './runs-page.ts';
export {
  emptyView,
  type EarlierAttempt,
  type RunView,
  type StepStatus,
  type StepView,
  type TraceItem,
} from './run-view.ts';
export * from './socket.ts';
export * from './token-probabilities.ts';
export * from './versions-api.ts';
export * from './flow-tests/flow-test-result.ts';
export * from './flow-tests/flow-tests-api.ts';
export * from './flow-tests/recorded-flow-test.ts';
