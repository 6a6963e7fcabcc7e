import { Button } from '@mantine/core';
import type { AuditEntry } from '@jacquard/protocol';
import { problemMessage } from '@jacquard/messages/sentences';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { accessApi, accessKeys } from './access-api.ts';
import styles from './access.module.css';
import table from './audit.module.css';
import { ProblemNote } from './problem-note.tsx';

/** What was done, newest first: by whom, to what, and how it ended. */
export function AuditSection(): React.ReactElement {
  const { t } = useTexts();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: accessKeys.audit,
    queryFn: ({ pageParam }) => accessApi.audit(pageParam),
    initialPageParam: undefined as number | undefined, // boundary: the first page's
    getNextPageParam: ({ before }) => before,
  });
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section>
      <h2 className={styles.title} id="audit">
        {t('rights.log')}
      </h2>
      <p className={styles.text}>{t('rights.log-text')}</p>
      <ProblemNote problem={error} />
      {data && entries.length === 0 && <p className={styles.text}>{t('rights.no-log')}</p>}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('rights.older')}
        </Button>
      )}
    </section>
  );
}

function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }): React.ReactElement {
  const { t, language } = useTexts();
  const timeOf = (at: number): string =>
    new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-labelledby="audit">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('rights.when')}</th>
            <th scope="col">{t('rights.who')}</th>
            <th scope="col">{t('rights.what')}</th>
            <th scope="col">{t('rights.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.number}>
              <td>{timeOf(entry.at)}</td>
              <td>
                {whoOf(entry, t)} <span className={styles.quiet}>{entry.address}</span>
              </td>
              <td>
                {actionOf(entry, t)} <span className={styles.quiet}>{aboutOf(entry)}</span>
              </td>
              <td data-refused={entry.outcome !== 'done' || undefined}>
                {entry.outcome === 'done'
                  ? t('rights.outcome-done')
                  : problemMessage({ code: entry.outcome, params: {} }, language).title}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function whoOf({ who }: AuditEntry, t: Translate): string {
  if (who === 'operator') return t('rights.who-operator');
  return who.startsWith('key:') ? t('rights.who-key', { id: who.slice(4) }) : t('rights.who-nobody');
}

/** What this page has no words for stands by its name. */
function actionOf({ action }: AuditEntry, t: Translate): string {
  const key = `rights.did-${action}` as Parameters<Translate>[0]; // boundary: looked up, and told apart where it is none
  const text = t(key);
  return text === key ? action : text;
}

function aboutOf({ about }: AuditEntry): string {
  return Object.values(about)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' · ');
}
