export * from './mutate-document.ts';
export * from './property-runs.ts';
