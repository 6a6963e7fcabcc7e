import { readEngineChoice } from '../engine/engine-choice.ts';
import { openLlama } from '../host/open-llama.ts';

// Says which engine a host opens that is told to open the one of its environment.
const { llama, engine, reason } = await openLlama(readEngineChoice(process.env));
process.send?.({ engine, gpu: llama.gpu, reason }, () => process.exit(0));
