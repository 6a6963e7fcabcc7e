import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { saveNow } from '../../state/autosave.ts';
import { InterfaceChanges } from './interface-changes.tsx';
import type { PublishDialogProps } from './publish-dialog.tsx';
import { PublishForm } from './publish-form.tsx';
import { publishRequests } from './publish-requests.ts';
import styles from './publishing.module.css';
import { usePublications } from './use-publications.ts';

/** What publishing changes for callers, what would break them first, and the form that publishes. */
export function PublishDialogPart({ flowId, version, onClose }: PublishDialogProps): React.ReactElement {
  const { t, language } = useTexts();
  const { data: list } = usePublications(flowId);
  const { data: preview, error } = useQuery({
    queryKey: ['publish-preview', flowId, version],
    queryFn: async () => {
      if (version === undefined) await saveNow();
      return await publishRequests.preview(flowId, version);
    },
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const isBack = version !== undefined && list?.publications.some(({ number }) => number === version) === true;
  const title =
    version === undefined
      ? t('publishing.title')
      : t(isBack ? 'publishing.title-back' : 'publishing.title-version', { number: version });
  return (
    <Modal opened onClose={onClose} title={title} size={560} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <div className={styles.dialog}>
        {isBack && <p className={styles.text}>{t('publishing.back-text', { number: version })}</p>}
        {error !== null && (
          <p className={styles.problem} role="alert">
            {problemText(error, language).detail}
          </p>
        )}
        {preview === undefined && error === null && (
          <p className={styles.text} role="status">
            {t('publishing.loading')}
          </p>
        )}
        {preview && <InterfaceChanges flowId={flowId} preview={preview} />}
        {preview && (
          <PublishForm
            flowId={flowId}
            version={version}
            preview={preview}
            isBack={isBack}
            labels={list?.labels.map(({ label }) => label) ?? []}
            onClose={onClose}
          />
        )}
      </div>
    </Modal>
  );
}
