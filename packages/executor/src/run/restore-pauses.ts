import type { JsonValue, PauseForm } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { NodePlan } from '../plan/plan.ts';
import { nodeStatus, type Frame } from '../schedule/run-state.ts';
import type { LargeValues } from './large-values.ts';
import type { Pause } from './pause-step.ts';
import type { Run } from './run.ts';
import { restorePaused } from './start-step.ts';
import type { StepRun } from './step-run.ts';

type Of<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;

/** The pauses of a log, by the path of their step: the last of each, with its answer once it has one. */
export type PauseLog = ReadonlyMap<
  string,
  {
    readonly start: Of<'step-start'>;
    readonly pause?: Of<'run-pause'> | undefined;
    readonly answer?: Of<'run-answer'> | undefined;
  }
>;

/** Reads who waits for a person, and who was answered, out of a run's events. */
export function readPauses(events: readonly RunEvent[]): PauseLog {
  const pauses = new Map<string, { start: Of<'step-start'>; pause?: Of<'run-pause'>; answer?: Of<'run-answer'> }>();
  for (const event of events) {
    if (event.type === 'step-start') pauses.set(event.step, { ...pauses.get(event.step), start: event });
    const known = event.type === 'run-pause' || event.type === 'run-answer' ? pauses.get(event.step) : undefined;
    if (known === undefined) continue;
    if (event.type === 'run-pause') pauses.set(event.step, { start: known.start, pause: event });
    else if (event.type === 'run-answer') pauses.set(event.step, { ...known, answer: event });
  }
  return pauses;
}

/** Takes up every step that still waits: it asks what it asked. */
export async function restorePauses(run: Run, pauses: PauseLog): Promise<void> {
  for (const frame of run.state.frames.values()) {
    for (const node of frame.plan.nodes) {
      if (frame.status[node.index] === nodeStatus.paused) await restore(run, frame, node, pauses);
    }
  }
}

async function restore(run: Run, frame: Frame, node: NodePlan, pauses: PauseLog): Promise<void> {
  const known = pauses.get(frame.prefix + node.id);
  if (known?.pause === undefined) return;
  const { start, pause } = known;
  restorePaused(run, frame, node, { start, pause: await loadPause(run.largeValues, pause), usage: pause.usage });
}

/** What a step that was answered, and then lost its process, goes on from; undefined for one that never paused. */
export async function answeredWith(run: Run, path: string, pauses: PauseLog): Promise<StepRun['resumed']> {
  const { pause, answer } = pauses.get(path) ?? {};
  if (pause === undefined || answer === undefined) return undefined;
  const { state } = await loadPause(run.largeValues, pause);
  const loaded = await run.largeValues.load({ answer: answer.answer });
  return { answer: loaded['answer'] ?? null, state };
}

async function loadPause(values: LargeValues, { form, state }: Of<'run-pause'>): Promise<Pause> {
  const parts: Record<string, JsonValue> = {};
  if (state !== undefined) parts['state'] = state;
  if (form.value !== undefined) parts['value'] = form.value;
  const { state: loadedState, value } = await values.load(parts);
  const loadedForm: PauseForm = value === undefined ? form : { ...form, value };
  return { form: loadedForm, state: loadedState };
}
