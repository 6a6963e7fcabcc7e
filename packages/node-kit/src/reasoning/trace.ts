import type { JsonValue, ReasoningForm, ReasoningItem } from '@jacquard/flow';

/** An item of a reasoning step's insides, typed by its form, to be yielded: `yield trace('sample', { sample: 0, text })`. */
export function trace<Form extends ReasoningForm>(
  form: Form,
  data: ReasoningItem<Form>,
): { readonly trace: { readonly form: Form; readonly data: JsonValue } } {
  return { trace: { form, data: JSON.parse(JSON.stringify(data)) as JsonValue } }; // boundary: what JSON has written is JSON
}
