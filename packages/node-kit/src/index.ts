export * from './answers/answer-inputs.ts';
export * from './answers/create-equality.ts';
export * from './answers/equality.ts';
export * from './answers/extract-answer.ts';
export * from './answers/extraction.ts';
export * from './answers/group-answers.ts';
export * from './answers/normalise-answer.ts';
export * from './answers/test-inputs.ts';
export { evaluateNode } from './arithmetic/evaluate-node.ts';
export * from './chat-model.ts';
export * from './code-inputs.ts';
export * from './comparison.ts';
export * from './conversation-of.ts';
export * from './define-node.ts';
export * from './describe-node.ts';
export * from './ignore-capitals.ts';
export * from './knowledge/as-documents.ts';
export * from './knowledge/as-json.ts';
export * from './knowledge/embeddings-model.ts';
export * from './knowledge/knowledge-base.ts';
export * from './knowledge/knowledge-service.ts';
export * from './langchain/from-langchain.ts';
export { providerProblem, type ProviderAddress } from './langchain/provider-problem.ts';
export * from './langchain/to-langchain.ts';
export * from './langchain/to-retriever.ts';
export * from './language/fold-word.ts';
export * from './language/load-language-tools.ts';
export * from './language/normalise-number.ts';
export * from './language/stop-words.ts';
export * from './language/word-tokens.ts';
export * from './node-definition.ts';
export * from './parse-json-text.ts';
export * from './pattern.ts';
export * from './port.ts';
export * from './reasoning/ask.ts';
export * from './reasoning/budget.ts';
export * from './reasoning/draw-samples.ts';
export * from './reasoning/scorer.ts';
export * from './reasoning/side-by-side.ts';
export * from './reasoning/trace.ts';
export { findNearest, type NearestPrompt } from './recordings/find-nearest.ts';
export * from './recordings/recorded-prompt.ts';
export * from './recordings/recording.ts';
export * from './recordings/recording-service.ts';
export * from './require-finished.ts';
export * from './reranker.ts';
export * from './sandbox-service.ts';
export * from './services.ts';
export * from './split-tests.ts';
export * from './test-report.ts';
export * from './short-digest.ts';
export * from './step-context.ts';
export {
  boundOf,
  chanceOf,
  composeText,
  citedAnswerSchema,
  documentMetadataSchema,
  drawingDistribution,
  isJsonList,
  isJsonObject,
  jsonEquals,
  jsonFits,
  passageMetadataSchema,
  passageSchema,
  portName,
  Problem,
  readDocumentSchema,
  readThoughtGraph,
  renderTemplate,
  searchAnswerJsonSchema,
  searchAnswerSchema,
  searchStateSchema,
  searchReportSchema,
  templateParts,
  templateVariables,
  thoughtGraphJsonSchema,
  thoughtGraphLimits,
} from '@jacquard/flow';
export type {
  Bound,
  CallBound,
  Cell,
  ComposedText,
  CitedAnswer,
  Descriptor,
  DocumentBlock,
  DocumentMetadata,
  DocumentValue,
  FileValue,
  GraphThought,
  InputPort,
  JsonSchema,
  JsonValue,
  Kind,
  Language,
  Message,
  ModelWait,
  Passage,
  PauseForm,
  PassageMatch,
  PassageMetadata,
  Quotation,
  ReadDocument,
  ReasoningForm,
  ReasoningItem,
  SearchAnswer,
  SearchPause,
  SearchReport,
  SearchState,
  SentenceDoubt,
  Table,
  ThoughtGraph,
  TraceSource,
  Unfolding,
  Words,
  WrittenSentence,
} from '@jacquard/flow';
