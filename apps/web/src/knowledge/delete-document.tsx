import { Button } from '@mantine/core';
import type { KnowledgeFile } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';
import { deleteFile } from './base-actions.ts';
import styles from './documents.module.css';
import { ProblemLine } from './problem-line.tsx';
import { useProject } from './use-project.ts';

interface DeleteDocumentProps {
  readonly base: string;
  /** The document's path, as people see it. */
  readonly name: string;
  readonly file: KnowledgeFile;
  readonly onClose: () => void;
}

/** Asks, in its row, before a document goes: says what will be gone. */
export function DeleteDocument({ base, name, file, onClose }: DeleteDocumentProps): React.ReactElement {
  const { t, language } = useTexts();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const isProject = useProject() !== undefined;
  const remove = async (): Promise<void> => {
    setBusy(true);
    await deleteFile(base, file.source).catch((error: unknown) => {
      setProblem(error);
      setBusy(false);
    });
  };
  return (
    <div
      className={styles.confirm}
      role="group"
      aria-label={t('knowledge.remove', { name })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <span className={styles.confirmText}>
        {t('knowledge.remove-text', {
          name,
          count: file.passages,
          number: formatCount(file.passages, language),
        })}
        {isProject && ` ${t('knowledge.remove-project')}`}
      </span>
      <Button variant="default" autoFocus onClick={onClose}>
        {t('knowledge.keep')}
      </Button>
      <Button color="var(--err)" c="var(--on-accent)" loading={isBusy} onClick={() => void remove()}>
        {t('knowledge.delete')}
      </Button>
      <ProblemLine problem={problem} />
    </div>
  );
}
