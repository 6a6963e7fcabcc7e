export { catalog } from './catalog/index.ts';
export * from './kind-name.ts';
export * from './message-entry.ts';
export * from './message.ts';
export { typeset } from './render-message.ts';
