import type { TimelineRow } from '@jacquard/canvas';
import type { StepView } from '@jacquard/protocol';
import { shareOf, type TimeWindow } from './time-window.ts';
import styles from './timeline-lanes.module.css';

interface TimelineBarProps {
  readonly row: TimelineRow;
  readonly window: TimeWindow;
  /** When the run began, in milliseconds since the epoch. */
  readonly start: number;
  readonly isCritical: boolean;
}

/** What a row did in time: earlier attempts and the waits after them, the time to the first token, the rest. */
export function TimelineBar({ row, window, start, isCritical }: TimelineBarProps): React.ReactElement {
  const { step, from, to } = row;
  const last = step?.earlier && step.attemptAt !== undefined ? Math.max(from, step.attemptAt - start) : from;
  const isWaiting = step?.status === 'waiting' || step?.earlier !== undefined;
  const reading = step && to > last ? Math.min(1, (step.usage?.timeToFirstToken ?? 0) / (to - last)) : 0;
  return (
    <>
      {isWaiting && <span className={styles.wait} style={placeOf(window, from, to)} />}
      {step?.earlier?.map(({ startedAt, endedAt }) => (
        <span
          key={startedAt}
          className={styles.bar}
          data-status="attempt"
          style={placeOf(window, startedAt - start, endedAt - start)}
        />
      ))}
      <span
        className={styles.bar}
        style={placeOf(window, last, endOf(step, start, last, to))}
        data-status={step ? (step.kept ? 'kept' : step.status) : 'turn'}
        data-holds={row.inside > 0}
      >
        {reading > 0 && <span className={styles.reading} style={{ width: `${reading * 100}%` }} />}
      </span>
      {isCritical && <span className={styles.critical} style={placeOf(window, from, to)} />}
    </>
  );
}

/** A step that waits for another attempt has its bar end where the last one failed. */
function endOf(step: StepView | undefined, start: number, last: number, to: number): number {
  if (step?.status !== 'waiting' || step.attemptAt === undefined) return to;
  return Math.min(to, Math.max(last, step.attemptAt - start + (step.duration ?? 0)));
}

function placeOf(window: TimeWindow, from: number, to: number): React.CSSProperties {
  const [left, right] = [shareOf(window, from), shareOf(window, to)];
  const [start, end] = [Math.max(-0.02, left), Math.min(1.02, right)];
  if (end < start) return { display: 'none' };
  return { left: `${start * 100}%`, width: `max(3px, ${(end - start) * 100}%)` };
}
