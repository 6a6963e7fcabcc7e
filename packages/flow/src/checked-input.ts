import type { InputPort } from './descriptor.ts';
import type { CheckedNode } from './flow-view.ts';

/** An input and the port that it goes to; outputs and inner ports count as ports without a field's bounds. */
export interface CheckedInput {
  readonly checked: CheckedNode;
  readonly port: string;
  readonly target: Pick<InputPort, 'kind'> & Partial<InputPort>;
  /** The scope whose nodes it sees. */
  readonly scope: string | undefined;
  /** It is a whole input of the node, so that another can be set in its place: no item of a list, no state or fallback. */
  readonly isWhole: boolean;
}
