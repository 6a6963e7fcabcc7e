import { callUrl, type CallSubject } from '@jacquard/protocol/snippets';
import { useTexts } from '../i18n/i18n.ts';
import { PageLink } from '../knowledge/page-link.tsx';
import { CopyButton } from '../values/copy-button.tsx';
import panel from './api-panel.module.css';
import styles from './call.module.css';

/** Where a call goes, and what a caller must show. */
export function CallAddress({ subject }: { readonly subject: CallSubject }): React.ReactElement {
  const { t } = useTexts();
  const method = 'POST';
  const url = callUrl(subject, '/invoke');
  return (
    <section aria-label={t('api.address')}>
      <div className={styles.address}>
        <span className={styles.method}>{method}</span>
        <code className={styles.url}>{url}</code>
        <CopyButton text={url} />
      </div>
      <p className={panel.note}>
        {subject.needsKey ? t('api.key-needed') : t('api.no-key')} <PageLink path="/access">{t('api.keys')}</PageLink>
      </p>
    </section>
  );
}
