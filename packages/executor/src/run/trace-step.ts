import type { JsonValue } from '@jacquard/flow';
import type { Run } from './run.ts';
import type { StepRun } from './step-run.ts';

/** An item of a step's insides. */
export interface TracedItem {
  readonly form: string;
  readonly data: JsonValue;
}

/**
 * Notes an item of a step's insides; it is written with the step's next event. One that isn't ready yet keeps the step
 * from ending before it is.
 */
export function traceStep(
  run: Run,
  step: StepRun,
  item: TracedItem | Promise<TracedItem>,
  attempt = step.attempt,
): void {
  const note = ({ form, data }: TracedItem): void =>
    run.note({ type: 'step-trace', step: step.path, node: step.node.id, attempt, item: { form, data } });
  if (!(item instanceof Promise)) {
    note(item);
    return;
  }
  const notes = (step.notes ??= new Set());
  // What can't be stored is left out of the insides; the outputs, which matter, report the failure.
  const noted: Promise<void> = item.then(note, () => undefined).then(() => void notes.delete(noted));
  notes.add(noted);
  if (step.isOver) run.awaitEnd(noted);
}

/** The item with what is large in it put away. */
export function storedItem(run: Run, item: TracedItem): TracedItem | Promise<TracedItem> {
  const stored = run.largeValues.store({ data: item.data });
  if (!(stored instanceof Promise)) return item;
  return stored.then((values) => ({ form: item.form, data: values['data'] ?? null }));
}
