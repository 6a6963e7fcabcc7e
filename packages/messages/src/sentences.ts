// What makes sentences, without the texts: a page fetches those of its reader's language and adds them (`addMessageTexts`).
export * from './kind-name.ts';
export { addMessageTexts, textsIn, type MessageCatalog } from './known-messages.ts';
export * from './message-entry.ts';
export * from './message.ts';
export { typeset } from './render-message.ts';
