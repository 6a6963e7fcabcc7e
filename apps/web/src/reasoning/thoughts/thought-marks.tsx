import type { Thought } from '@jacquard/protocol';
import { Check, CircleDot, Dot, Merge, PencilLine, UserRound, X } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { formatValue } from '../format-value.ts';
import styles from './thought-marks.module.css';
import { worthOf } from './thought-words.ts';

/** How a thought stands, as a sign: kept, pruned, not chosen yet. */
export function StateMark({ thought: { state, isOnPath } }: { readonly thought: Thought }): React.ReactElement {
  const Icon = state === 'pruned' ? X : state === 'kept' ? Check : state === 'open' ? CircleDot : Dot;
  return (
    <span className={styles.state} data-state={state} data-path={isOnPath} aria-hidden>
      <Icon size={12} strokeWidth={isOnPath ? 3 : 2} />
    </span>
  );
}

/** How a thought came to be, where it is no plain one of the model's. */
export function OriginMark({ thought: { operation, by } }: { readonly thought: Thought }): React.ReactElement | null {
  const Icon =
    by === 'person' ? UserRound : operation === 'aggregate' ? Merge : operation === 'refine' ? PencilLine : undefined;
  return Icon ? <Icon className={styles.origin} size={12} aria-hidden /> : null;
}

interface ValueChipProps {
  readonly value: number;
  /** The highest of all: the nearer, the greener. */
  readonly best: number | undefined;
  /** It is read aloud elsewhere. */
  readonly isSaid?: boolean;
}

/** A thought's value, as a number on a colour. */
export function ValueChip({ value, best, isSaid = false }: ValueChipProps): React.ReactElement {
  const { language } = useTexts();
  return (
    <span
      className={`${styles.value} tabular`}
      aria-hidden={isSaid}
      style={{ '--worth': `${Math.round(worthOf(value, best) * 100)}%` }}
    >
      {formatValue(value, language)}
    </span>
  );
}
