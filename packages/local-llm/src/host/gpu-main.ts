import { getLlama, LlamaLogLevel } from 'node-llama-cpp';

// Asks the engine once what memory the graphics processor has, in a process of its own: a driver may crash, or hold memory
// for as long as its process lives. The answer is null where there is none that the engine knows, or where it shares the
// machine's own memory.
const llama = await getLlama({
  gpu: 'auto',
  build: 'never',
  skipDownload: true,
  progressLogs: false,
  logLevel: LlamaLogLevel.disabled,
});
const state = llama.gpu === false ? undefined : await llama.getVramState();
const isOwn = state !== undefined && state.total > 0 && state.unifiedSize < state.total;
const answer = isOwn ? { names: await llama.getGpuDeviceNames(), total: state.total } : null;
process.send?.(answer, () => process.exit(0));
