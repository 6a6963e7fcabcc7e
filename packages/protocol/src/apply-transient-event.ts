import type { DeltaFrame, TransientEvent } from './run-event.ts';
import { stepOf, withStep, type RunView, type StepView } from './run-view.ts';

/**
 * Applies a text frame or progress. Of one attempt the text only grows, so a frame says what stands at its offset: what
 * is known already is dropped, what follows is added, a frame beyond a gap is dropped whole (the snapshot that follows
 * a reconnect, or `step-end`, brings the rest). A later attempt clears what was drawn; an earlier one is ignored, and so
 * is whatever comes after the step's end, because its values are the truth.
 */
export function applyTransientEvent(view: RunView, event: TransientEvent): RunView {
  const step = stepOf(view, event);
  const isOver = step.status !== 'running' && step.status !== 'waiting';
  if (view.status !== 'running' || isOver || event.attempt < step.attempt) return view;
  const isNewAttempt = event.attempt > step.attempt;
  if (step.status === 'waiting' && !isNewAttempt) return view;
  const current: StepView = isNewAttempt
    ? { ...step, attempt: event.attempt, status: 'running', texts: {}, wait: undefined }
    : step;
  if (event.type === 'step-progress') {
    const { done, total, unit, wait } = event;
    const progress = done !== undefined && {
      progress: { done, ...(total !== undefined && { total }), ...(unit !== undefined && { unit }) },
    };
    return withStep(view, { ...current, ...progress, ...(wait !== undefined && { wait: wait ?? undefined }) });
  }
  const text = grow(current.texts[event.port] ?? '', event);
  if (text === undefined) return isNewAttempt ? withStep(view, current) : view;
  return withStep(view, { ...current, texts: { ...current.texts, [event.port]: text } });
}

function grow(known: string, frame: DeltaFrame): string | undefined {
  const isBeyondGap = frame.offset > known.length;
  const isKnown = frame.offset + frame.text.length <= known.length;
  if (isBeyondGap || isKnown) return undefined;
  return known + frame.text.slice(known.length - frame.offset);
}
