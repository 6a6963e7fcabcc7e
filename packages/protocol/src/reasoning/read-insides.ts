import { readReasoningItem, type AnyReasoningItem } from '@jacquard/flow';
import { modelCallForm } from '../model-call.ts';
import type { StepView, TraceItem } from '../run-view.ts';
import { isReasoningItem } from './reasoning-forms.ts';

/** What a step has shown of its strategy in its last attempt. */
export interface Insides {
  /** In the order in which they came. */
  readonly items: readonly AnyReasoningItem[];
  /** The calls of models that have ended, as they were written down. */
  readonly calls: readonly TraceItem[];
  /** Items that say something else than their form allows, or are too large to have come along. */
  readonly unread: number;
}

/** Items never change, and a view is drawn again for each that comes: each is parsed once. */
const parsed = new WeakMap<TraceItem, { readonly item: AnyReasoningItem | undefined }>();

/** Reads a step's insides. An attempt that failed before the last one is no part of them. */
export function readInsides({ trace, attempt }: Pick<StepView, 'trace' | 'attempt'>): Insides {
  const items: AnyReasoningItem[] = [];
  const calls: TraceItem[] = [];
  let unread = 0;
  for (const traced of trace) {
    if (traced.attempt !== attempt) continue;
    if (traced.form === modelCallForm) calls.push(traced);
    if (!isReasoningItem(traced)) continue;
    const item = read(traced);
    if (item) items.push(item);
    else unread += 1;
  }
  return { items, calls, unread };
}

function read(traced: TraceItem): AnyReasoningItem | undefined {
  const known = parsed.get(traced);
  if (known) return known.item;
  const item = readReasoningItem(traced);
  parsed.set(traced, { item });
  return item;
}
