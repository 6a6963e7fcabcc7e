import type { ReasoningForm } from '@jacquard/flow';
import type { TraceItem } from '../run-view.ts';

/** By name alone, so that a page that only asks whether there is something to see loads no schema. */
const forms: ReadonlySet<string> = new Set<ReasoningForm>([
  'bound',
  'sample',
  'extracted-answer',
  'vote',
  'thought',
  'evaluation',
  'selection',
  'trial',
  'test-result',
  'reflection',
  'candidate',
  'score',
  'choice',
  'stop',
]);

/** Whether an item tells of a strategy's insides: a sample, a thought, a trial. */
export function isReasoningItem({ form }: Pick<TraceItem, 'form'>): boolean {
  return forms.has(form);
}
