import { Button } from '@mantine/core';
import { Rocket } from 'lucide-react';
import { useState } from 'react';
import { formatAgo } from '../../flows/format-ago.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { PublishDialog } from './publish-dialog.tsx';
import styles from './publishing.module.css';
import { usePublications } from './use-publications.ts';

interface PublishStateProps {
  readonly flowId: string;
  /** What else can be done, beside publishing. */
  readonly children: React.ReactNode;
}

/** Which version callers of the flow get, and the way to give them another. */
export function PublishState({ flowId, children }: PublishStateProps): React.ReactElement {
  const { t, language } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { data: list, dataUpdatedAt } = usePublications(flowId);
  if (list === undefined || list.isFolder === true) {
    return (
      <>
        {list && <p className={styles.state}>{t('publishing.folder')}</p>}
        <div className={styles.actions}>{children}</div>
      </>
    );
  }
  const current = list.publications.find(({ isCurrent }) => isCurrent);
  return (
    <>
      <p className={`${styles.state} tabular`}>
        {current === undefined
          ? t('publishing.none')
          : t('publishing.current', {
              number: current.number,
              ago: formatAgo(current.publishedAt, dataUpdatedAt, language),
            })}
      </p>
      <div className={styles.actions}>
        <Button variant="light" leftSection={<Rocket size={14} />} onClick={() => setOpen(true)}>
          {t('publishing.publish')}
        </Button>
        {children}
      </div>
      {isOpen && <PublishDialog flowId={flowId} onClose={() => setOpen(false)} />}
    </>
  );
}
