import { ownValue, parseAddress, wireOf, type FlowPort, type JsonValue } from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';

/** What a run has given for one output of its flow, as far as it has come. */
export type OutputOfRun =
  | { readonly state: 'waiting' }
  /** A text that is still being written. */
  | { readonly state: 'streaming'; readonly text: string }
  | { readonly state: 'there'; readonly value: JsonValue }
  /** The run took another way. */
  | { readonly state: 'skipped' }
  /** The run ended before; `text` is as far as it had come. */
  | { readonly state: 'never'; readonly text: string };

/**
 * Follows the output's wire to the step that feeds it: its text as it is written, its value once it is there. Where the
 * source is converted, or gives no text step by step, only the final value shows.
 */
export function outputOfRun(view: RunView, output: Pick<FlowPort, 'id' | 'port' | 'kind'>): OutputOfRun {
  const final = ownValue(view.outputs, output.id);
  if (final !== undefined) return { state: 'there', value: final };
  if (view.skipped.includes(output.id)) return { state: 'skipped' };
  const text = output.kind.kind === 'text' ? streamedText(view, output) : '';
  if (view.status !== 'running') return { state: 'never', text };
  return text === '' ? { state: 'waiting' } : { state: 'streaming', text };
}

function streamedText(view: RunView, { id, port }: Pick<FlowPort, 'id' | 'port'>): string {
  const address = wireOf(ownValue(ownValue(view.flow?.nodes, id)?.inputs, port));
  if (address === undefined) return '';
  const source = parseAddress(address);
  const path = view.latest.get(source.node);
  const step = path === undefined ? undefined : view.steps.get(path);
  return (step && ownValue(step.texts, source.port)) ?? '';
}
