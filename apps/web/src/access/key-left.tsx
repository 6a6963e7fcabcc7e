import type { Key } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import styles from './access.module.css';

/** What a key has used, and what is left of each limit. */
export function KeyLeft({ apiKey }: { readonly apiKey: Key }): React.ReactElement {
  const { t, language } = useTexts();
  const { used, left, limits, resetsAt } = apiKey;
  const figure = (value: number): string => value.toLocaleString(language, { maximumFractionDigits: 2 });
  const limited = [
    ['per-minute', limits.callsPerMinute, left.callsPerMinute],
    ['at-once', limits.concurrency, left.concurrency],
    ['calls', limits.calls, left.calls],
    ['tokens', limits.tokens, left.tokens],
    ['cost', limits.cost, left.cost],
  ] as const;
  return (
    <ul className={styles.left}>
      {limits.calls === undefined && used.calls > 0 && <li>{t('rights.used-calls', { count: used.calls })}</li>}
      {limits.tokens === undefined && used.tokens > 0 && <li>{t('rights.used-tokens', { count: used.tokens })}</li>}
      {limited.map(([name, limit, remaining]) =>
        limit === undefined || remaining === undefined ? null : (
          <li key={name}>
            {t('rights.left', { what: t(`rights.${name}`), left: figure(remaining), limit: figure(limit) })}
          </li>
        ),
      )}
      {resetsAt !== undefined && (
        <li>
          {t('rights.resets', {
            when: new Date(resetsAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
          })}
        </li>
      )}
    </ul>
  );
}
