import { Button } from '@mantine/core';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { PublishState } from './publishing/publish-state.tsx';
import { useVersions } from './use-versions.ts';
import { keepVersion } from './version-actions.ts';
import { VersionForm } from './version-form.tsx';
import { VersionRow } from './version-row.tsx';
import styles from './versions.module.css';

/** The versions of a flow, and the way to one more. */
export function VersionList({ flowId }: { readonly flowId: string }): React.ReactElement {
  const { t, language } = useTexts();
  const [isSaving, setSaving] = useState(false);
  const { data: versions, error, dataUpdatedAt } = useVersions(flowId);
  return (
    <>
      <div className={styles.top}>
        {isSaving ? (
          <VersionForm
            onSave={(name, note) => keepVersion(flowId, { ...(name && { name }), ...(note && { note }) })}
            onClose={() => setSaving(false)}
          />
        ) : (
          <PublishState flowId={flowId}>
            <Button variant="default" leftSection={<Bookmark size={14} />} onClick={() => setSaving(true)}>
              {t('versions.save')}
            </Button>
          </PublishState>
        )}
      </div>
      {error && (
        <p className={styles.problem} role="alert">
          {problemText(error, language).detail}
        </p>
      )}
      {versions?.length === 0 && <p className={styles.empty}>{t('versions.empty')}</p>}
      <ol className={styles.list}>
        {versions?.map((version) => (
          <VersionRow key={version.number} flowId={flowId} version={version} now={dataUpdatedAt} />
        ))}
      </ol>
      {versions && <p className={styles.empty}>{t('versions.by-itself')}</p>}
    </>
  );
}
