import { readEngineChoice } from '../engine/engine-choice.ts';
import { openGraphics } from './open-llama.ts';

// Asks the engine once what memory the graphics processor has, in a process of its own: a driver may crash, or hold memory
// for as long as its process lives. The answer is null where there is none that the engine knows, or where it shares the
// machine's own memory.
const { engine, folder } = readEngineChoice(process.env);
const llama = engine === 'cpu' ? undefined : await openGraphics(engine, folder).catch(() => undefined);
const state = await llama?.getVramState();
const isOwn = state !== undefined && state.total > 0 && state.unifiedSize < state.total;
const answer = isOwn ? { names: await llama?.getGpuDeviceNames(), total: state.total } : null;
process.send?.(answer, () => process.exit(0));
