import type { JsonValue } from '@jacquard/flow';
import type { Ports, PortValues, Services, StepContext } from '@jacquard/node-kit';
import { setOwn } from '../schedule/read-binding.ts';
import { bindModels } from './meter-energy.ts';
import type { Run } from './run.ts';
import type { StepRun } from './step-run.ts';

/** What a node's `run` gets. The costly parts are made when the node first asks for them. */
export function createStepContext(
  run: Run,
  step: StepRun,
  components: Readonly<Record<string, unknown>>,
): StepContext<Ports> {
  return new LazyStepContext(run, step, components);
}

class LazyStepContext implements StepContext<Ports> {
  readonly inputs: PortValues<Ports>;
  readonly extra: Readonly<Record<string, JsonValue>>;
  readonly #run: Run;
  readonly #step: StepRun;

  constructor(run: Run, step: StepRun, components: Readonly<Record<string, unknown>>) {
    this.#run = run;
    this.#step = step;
    const { extra, declared } = splitExtra(step);
    this.extra = extra;
    this.inputs = step.node.components.length === 0 ? declared : { ...declared, ...components };
  }

  get extraOutputs(): readonly string[] {
    return this.#step.node.extraOutputs;
  }

  get signal(): AbortSignal {
    return signalOf(this.#step);
  }

  get services(): Services {
    const step = this.#step;
    const { services } = this.#run;
    const sessions = services.sessions && {
      history: (signal?: AbortSignal) => {
        step.hasReadSession = true;
        return services.sessions.history(signal);
      },
    };
    const models = services.models && bindModels(this.#run, step, services.models);
    return { ...services, sessions, models };
  }

  get seed(): number {
    return this.#step.seed ?? 0;
  }

  get idempotencyKey(): string {
    return this.#run.options.hash(`${this.#run.request.runId}/${this.#step.path}`);
  }

  get resumed(): StepContext<Ports>['resumed'] {
    return this.#step.resumed;
  }

  /** A function of its own: nodes take it out of the context. */
  get defer(): StepContext<Ports>['defer'] {
    const step = this.#step;
    return (release) => void (step.releases ??= []).push(release);
  }
}

/** The step's signal, made when it is first wanted. */
export function signalOf(step: StepRun): AbortSignal {
  step.abort ??= new AbortController();
  if (step.isOver) step.abort.abort();
  return step.abort.signal;
}

const none: Readonly<Record<string, JsonValue>> = {};

function splitExtra({ node, inputs }: StepRun): {
  declared: Record<string, JsonValue>;
  extra: Record<string, JsonValue>;
} {
  if (!node.hasExtra) return { declared: inputs, extra: none };
  const declared: Record<string, JsonValue> = {};
  const extra: Record<string, JsonValue> = {};
  for (const { port, isExtra } of node.inputs) {
    const value = Object.hasOwn(inputs, port) ? inputs[port] : undefined;
    if (value !== undefined) setOwn(isExtra ? extra : declared, port, value);
  }
  return { declared, extra };
}
