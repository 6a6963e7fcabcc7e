export { ensureStarterModel } from './ensure-starter-model.ts';
export { madeChatModel, type MadeModelOptions } from './made-model.ts';
export { madeEncoder, type EncoderKind } from './made-encoder.ts';
export { writeGguf, type GgufContent } from './write-gguf.ts';
export { refuse, startHubServer, treePath, type HubServer } from './hub-server.ts';
