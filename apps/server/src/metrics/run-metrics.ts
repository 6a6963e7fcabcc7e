import type { RunEvent } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Seconds. */
const buckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1_800];

/**
 * Figures of runs. No label is a flow's or a caller's: there may be any number of them, and their names are nobody's business who reads
 * figures.
 */
export function addRunMetrics(registry: Registry, { main }: Runtime): void {
  const registers = [registry];
  const started = new Counter({
    name: 'jacquard_runs_started_total',
    help: 'Runs that began, by what started them.',
    labelNames: ['by'],
    registers,
  });
  const ended = new Counter({
    name: 'jacquard_runs_ended_total',
    help: 'Runs that ended, by how.',
    labelNames: ['status'],
    registers,
  });
  const duration = new Histogram({
    name: 'jacquard_run_duration_seconds',
    help: 'How long runs took.',
    labelNames: ['status'],
    buckets,
    registers,
  });
  const paused = new Counter({ name: 'jacquard_run_pauses_total', help: 'Steps that asked a person.', registers });
  const steps = new Counter({
    name: 'jacquard_steps_total',
    help: 'Steps that ended, by how.',
    labelNames: ['outcome'],
    registers,
  });
  const tokens = new Counter({
    name: 'jacquard_tokens_total',
    help: 'Tokens that models read and wrote.',
    labelNames: ['direction'],
    registers,
  });
  const tellers: { readonly [T in RunEvent['type']]?: (event: Extract<RunEvent, { type: T }>) => void } = {
    'run-start': ({ by = 'api' }) => started.inc({ by }),
    'run-end': ({ status, duration: milliseconds, usage }) => {
      ended.inc({ status });
      duration.observe({ status }, milliseconds / 1_000);
      tokens.inc({ direction: 'in' }, usage?.inputTokens ?? 0);
      tokens.inc({ direction: 'out' }, usage?.outputTokens ?? 0);
    },
    'run-pause': () => paused.inc(),
    'step-end': ({ kept, pinned, handled }) => {
      const isTaken = kept === true || pinned === true;
      steps.inc({ outcome: isTaken ? 'kept' : handled === undefined ? 'done' : 'handled' });
    },
    'step-error': ({ retryAfter }) => steps.inc({ outcome: retryAfter === undefined ? 'failed' : 'retried' }),
    'step-skip': () => steps.inc({ outcome: 'skipped' }),
  };
  main.runs.hear((events) => {
    // boundary: each teller takes the events of its own type
    for (const event of events) (tellers[event.type] as ((event: RunEvent) => void) | undefined)?.(event);
  });
  gauge(registry, 'jacquard_runs_running', 'Runs that go on in this process.', () => main.runs.activeRuns);
  gauge(registry, 'jacquard_runs_most', 'Runs that may go on at once.', () => main.runs.mostAtOnce);
}

/** A figure that is read when it is asked for. */
export function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  registry.registerMetric(
    new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(read());
      },
    }),
  );
}
