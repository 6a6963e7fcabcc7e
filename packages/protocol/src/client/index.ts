export { typescriptClient, type ClientSource } from './typescript-client.ts';
export { type ClientFlow } from './flow-client-types.ts';
