export * from './ask-part.ts';
export * from './compare-part.ts';
export * from './fields-of.ts';
export * from './json-parts.ts';
export * from './kind-type.ts';
export * from './node-code.ts';
export * from './source-text.ts';
