import type { Account } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';
import { AtWork } from './at-work.tsx';
import { useInsidesContext } from './insides-context.ts';
import styles from './account-line.module.css';

/** What a step has used of what it may use, and why it stopped; until then, that it is at work. */
export function AccountLine({
  account: { bound, calls, tokens, stop },
}: {
  readonly account: Account;
}): React.ReactElement {
  const { t, language } = useTexts();
  const { isRunning } = useInsidesContext();
  return (
    <div className={styles.account} role="group" aria-label={t('reasoning.account')}>
      <Meter label={t('reasoning.calls')} used={calls} most={bound?.calls} />
      <Meter label={t('reasoning.tokens')} used={tokens} most={bound?.tokens} />
      {stop && (
        <p className={styles.stop} data-reason={stop.reason}>
          {t(`reasoning.stop-${stop.reason}`)}{' '}
          {stop.spared !== undefined &&
            stop.spared > 0 &&
            t('reasoning.spared', { count: stop.spared, calls: formatCount(stop.spared, language) })}
        </p>
      )}
      {!stop && isRunning && (
        <p className={styles.stop}>
          <AtWork words={t('reasoning.at-work')} />
        </p>
      )}
    </div>
  );
}

interface MeterProps {
  readonly label: string;
  readonly used: number;
  readonly most: number | undefined;
}

function Meter({ label, used, most }: MeterProps): React.ReactElement {
  const { t, language } = useTexts();
  const count = (number: number): string => formatCount(Math.round(number), language);
  const share = most === undefined || most <= 0 ? 0 : Math.min(1, used / most);
  return (
    <div className={`${styles.meter} tabular`}>
      <span className={styles.label}>{label}</span>
      <span>{most === undefined ? count(used) : t('reasoning.used-of', { used: count(used), most: count(most) })}</span>
      {most !== undefined && (
        <span className={styles.track}>
          <span className={styles.fill} style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </div>
  );
}
