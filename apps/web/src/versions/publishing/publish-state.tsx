import { Button } from '@mantine/core';
import type { PublicationList } from '@jacquard/protocol';
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
  const stateText = ({ publications, isFolder }: PublicationList, now: number): string => {
    if (isFolder === true) return t('publishing.folder');
    const current = publications.find(({ isCurrent }) => isCurrent);
    if (current === undefined) return t('publishing.none');
    return t('publishing.current', { number: current.number, ago: formatAgo(current.publishedAt, now, language) });
  };
  // What can be clicked stays where it is when the answer comes.
  return (
    <>
      <p className={`${styles.state} tabular`}>{list === undefined ? '\u00A0' : stateText(list, dataUpdatedAt)}</p>
      <div className={styles.actions}>
        {children}
        {list?.isFolder !== true && (
          <Button
            variant="light"
            leftSection={<Rocket size={14} />}
            disabled={list === undefined}
            onClick={() => setOpen(true)}
          >
            {t('publishing.publish')}
          </Button>
        )}
      </div>
      {isOpen && <PublishDialog flowId={flowId} onClose={() => setOpen(false)} />}
    </>
  );
}
