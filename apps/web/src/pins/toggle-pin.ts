import type { StepView } from '@jacquard/protocol';
import { useRun } from '../state/run-store.ts';
import { shownStep } from '../state/shown-turns.ts';
import { pinOutputs, unpin, usePins } from './pins-store.ts';

/** A step of the shown run whose outputs can be pinned. */
export type PinnableStep = StepView & { readonly outputs: NonNullable<StepView['outputs']> };

/** The shown step of a node, if it came to its end. */
export function pinnableStep(step: StepView | undefined): PinnableStep | undefined {
  return step?.outputs && step.status === 'done' ? { ...step, outputs: step.outputs } : undefined;
}

/** Where the values of the shown run lie; undefined for a run from a file, whose large values aren't here. */
export function runOfValues(): string | undefined {
  const { view, file } = useRun.getState();
  return file === undefined ? view?.runId : undefined;
}

/** Pins what the node shows, or unpins it. False when it has neither value nor pin. */
export function togglePin(node: string): boolean {
  if (usePins.getState().pins.has(node)) {
    void unpin(node);
    return true;
  }
  const step = pinnableStep(shownStep(useRun.getState().view, node));
  if (step === undefined) return false;
  void pinOutputs(node, step.outputs, runOfValues());
  return true;
}
