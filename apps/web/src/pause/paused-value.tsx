import type { JsonValue } from '@jacquard/flow';
import { ValueView } from '../values/value-view.tsx';
import styles from './pauses.module.css';

interface PausedValueProps {
  readonly value: JsonValue | undefined;
  readonly runId: string;
}

/** What a person is to judge: a text as it stands, anything else as values are shown. */
export function PausedValue({ value, runId }: PausedValueProps): React.ReactElement | null {
  if (value === undefined) return null;
  return (
    <div className={styles.value}>
      {typeof value === 'string' ? <p className={styles.text}>{value}</p> : <ValueView value={value} runId={runId} />}
    </div>
  );
}
