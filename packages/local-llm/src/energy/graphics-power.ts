import { spawn, type ChildProcess } from 'node:child_process';

/** What NVIDIA's graphics processors take, sampled while it is asked for. */
export interface GraphicsPower {
  /** Watts of all of them together, as last sampled; undefined before the first sample, and where nothing tells. */
  read(): number | undefined;
  close(): void;
}

/** How the sampler is run; tests put their own. */
export interface GraphicsPowerOptions {
  readonly program?: string | undefined;
  readonly parameters?: readonly string[] | undefined;
}

/** Milliseconds between samples. */
const pause = 500;
/** So long after it was last asked for, sampling ends. */
const idleAfter = 10_000;
/** Samples of several cards come within this time of each other. */
const oneSample = 100;

const query = ['--query-gpu=power.draw', '--format=csv,noheader,nounits', `--loop-ms=${pause}`];

/**
 * Samples by NVIDIA's `nvidia-smi`, which comes with the driver (it asks NVML). It runs from the first question on, ends when
 * nobody asks any more, and is not tried again where it can't be started or has nothing to tell.
 */
export function createGraphicsPower({
  program = 'nvidia-smi',
  parameters = query,
}: GraphicsPowerOptions = {}): GraphicsPower {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let watts: number | undefined;
  let isDead = false;
  const stop = (): void => {
    clearTimeout(timer);
    child?.kill();
    child = undefined;
    watts = undefined;
  };
  const start = (): ChildProcess => {
    const sampler = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'ignore'] });
    let last = 0;
    let rest = '';
    const take = (line: string): void => {
      const value = Number.parseFloat(line);
      if (!Number.isFinite(value) || child !== sampler) return;
      const isSame = performance.now() - last < oneSample;
      if (!isSame) last = performance.now();
      watts = isSame ? (watts ?? 0) + value : value;
    };
    sampler.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(take);
    });
    const fail = (): void => {
      if (child !== sampler) return;
      isDead = true;
      stop();
    };
    sampler.on('error', fail).on('exit', fail).unref();
    return sampler;
  };
  return {
    read() {
      if (isDead) return undefined;
      child ??= start();
      clearTimeout(timer);
      timer = setTimeout(stop, idleAfter).unref();
      return watts;
    },
    close: stop,
  };
}
