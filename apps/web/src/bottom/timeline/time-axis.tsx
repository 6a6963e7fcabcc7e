import { timeTicks } from '@jacquard/canvas';
import { useTexts } from '../../i18n/i18n.ts';
import { formatTick } from './format-tick.ts';
import { shareOf, type TimeWindow } from './time-window.ts';
import styles from './timeline.module.css';

/** Marks further right have no room for their words. */
const lastLabel = 0.94;

/** Marks of the time since the run began; their unit follows the zoom. */
export function TimeAxis({ window }: { readonly window: TimeWindow }): React.ReactElement {
  const { t, language } = useTexts();
  const { step, at } = timeTicks(window.from, window.to, 7);
  return (
    <div className={styles.axis} role="row">
      <span className={styles.columnName} role="columnheader">
        {t('shell.node')}
      </span>
      <div className={styles.ticks} role="columnheader">
        <span className={styles.hidden}>{t('runs.time-since-start')}</span>
        {at
          .filter((time) => shareOf(window, time) <= lastLabel)
          .map((time) => (
            <span key={time} className={styles.tick} style={{ left: `${shareOf(window, time) * 100}%` }} aria-hidden>
              {formatTick(time, step, window.to, language)}
            </span>
          ))}
      </div>
      <span className={styles.columnName} role="columnheader">
        {t('panels.run-time')}
      </span>
    </div>
  );
}
