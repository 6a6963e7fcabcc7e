export * from './chat-model.ts';
export * from './comparison.ts';
export * from './conversation-of.ts';
export * from './define-node.ts';
export * from './describe-node.ts';
export * from './ignore-capitals.ts';
export * from './langchain/from-langchain.ts';
export * from './langchain/to-langchain.ts';
export * from './node-definition.ts';
export * from './parse-json-text.ts';
export * from './pattern.ts';
export * from './port.ts';
export * from './services.ts';
export * from './step-context.ts';
export {
  isJsonList,
  isJsonObject,
  jsonEquals,
  jsonFits,
  portName,
  Problem,
  renderTemplate,
  templateVariables,
} from '@jacquard/flow';
export type {
  Cell,
  Descriptor,
  DocumentValue,
  FileValue,
  InputPort,
  JsonSchema,
  JsonValue,
  Kind,
  Language,
  Message,
  Table,
  Words,
} from '@jacquard/flow';
