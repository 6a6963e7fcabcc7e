import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Llama } from 'node-llama-cpp';
import { openEnergyMeter } from '../../energy/open-energy-meter.ts';
import type { EnergyMeter } from '../../energy/energy-meter.ts';
import { readEngineChoice, type EngineName } from '../../engine/engine-choice.ts';
import { openLlama } from '../open-llama.ts';
import { createStateFiles, type StateFiles } from '../prefixes/state-files.ts';
import { createTemplateRenderer, type TemplateRenderer } from '../template/template-renderer.ts';
import { createTurnScheduler, type TurnScheduler } from '../turns/turn-scheduler.ts';
import { createSpeedMeter, type SpeedMeter } from './speed-meter.ts';

/** llama.cpp on this machine, and what all models of the host share. */
export interface Engine {
  readonly llama: Llama;
  readonly kind: EngineName;
  /** Of a graphics processor. */
  readonly device: string | undefined;
  /** Why it runs on the processor, where another engine was wanted. */
  readonly reason: string | undefined;
  /** Cores, or 1 for a graphics processor. */
  readonly cores: number;
  /** Tokens of a prompt that are read at once. */
  readonly blockTokens: number;
  readonly scheduler: TurnScheduler;
  readonly energy: EnergyMeter;
  readonly speed: SpeedMeter;
  readonly templates: TemplateRenderer;
  /** Evaluated prompts on disk, beside a model's file. */
  statesOf(path: string): StateFiles;
}

/**
 * Blocks are fixed, since the text of a seed depends on how its prompt was cut. On cores they are small, since an abort waits for
 * the end of one and a larger one is no quicker there.
 */
const blockOnCores = 64;
const blockOnGraphics = 512;
/** Most bytes of evaluated prompts on disk. */
const mostStates = 512 * 1024 ** 2;

/** Opens the engine that this process was told to use. */
export async function openEngine(environment: NodeJS.ProcessEnv): Promise<Engine> {
  const { llama, engine: kind, reason } = await openLlama(readEngineChoice(environment));
  const isOnCores = kind === 'cpu';
  const cores = isOnCores ? availableParallelism() : 1;
  const blockTokens = isOnCores ? blockOnCores : blockOnGraphics;
  const energy = openEnergyMeter({ environment, engine: kind });
  const [device] = isOnCores ? [] : await llama.getGpuDeviceNames();
  const folders = new Map<string, StateFiles>();
  return {
    llama,
    kind,
    device,
    reason,
    cores,
    blockTokens,
    scheduler: createTurnScheduler({ threads: cores, measure: energy.turn }),
    energy,
    speed: createSpeedMeter(),
    templates: createTemplateRenderer(),
    statesOf(path) {
      const folder = join(dirname(path), 'prefixes');
      const states = folders.get(folder) ?? createStateFiles(folder, mostStates, blockTokens);
      folders.set(folder, states);
      return states;
    },
  };
}
