import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { PageMessage } from '../shell/page-message.tsx';
import { useTransferDrop } from '../state/use-file-drop.ts';
import { createBase } from './base-actions.ts';
import { BaseCard } from './base-card.tsx';
import { EmptyBases } from './empty-bases.tsx';
import frame from '../shell/page-frame.module.css';
import styles from './knowledge.module.css';
import { NewBase } from './new-base.tsx';
import { commonFolder, filesOfTransfer, type PlacedFile } from './placed-file.ts';
import { useKnowledgeBases } from './use-knowledge.ts';
import { ProblemLine } from './problem-line.tsx';

/** All knowledge bases, and the ways to a new one: by name, or by dropping documents. */
export function BasesPage(): React.ReactElement {
  const { t } = useTexts();
  const [isNaming, setNaming] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const isFirst = useKnowledgeBases().data?.bases.length === 0;
  const begin = async (files: readonly PlacedFile[]): Promise<void> => {
    if (files.length > 0) await createBase(commonFolder(files) ?? t('knowledge.my-documents'), files);
  };
  const attempt = (work: Promise<void>): void => void work.catch(setProblem);
  const drop = useTransferDrop((transfer) => attempt(filesOfTransfer(transfer).then(begin)));
  return (
    <div className={frame.page} {...drop}>
      <header className={`${frame.header} ${styles.header}`}>
        <h1 className={frame.title}>{t('shell.knowledge')}</h1>
        <span className={styles.space} />
        <Button
          variant={isFirst || isNaming ? 'default' : 'filled'}
          leftSection={<Plus size={14} />}
          onClick={() => setNaming(true)}
        >
          {t('knowledge.new')}
        </Button>
      </header>
      <main className={styles.body}>
        <div className={styles.content}>
          {isNaming && <NewBase onClose={() => setNaming(false)} />}
          <ProblemLine problem={problem} />
          <BasesList onFiles={(files) => attempt(begin(files))} />
        </div>
      </main>
      {drop['data-over'] && <p className={styles.dropHint}>{t('knowledge.drop-new')}</p>}
    </div>
  );
}

function BasesList({ onFiles }: { readonly onFiles: (files: readonly PlacedFile[]) => void }): React.ReactElement {
  const { t, language } = useTexts();
  const { data, error, refetch } = useKnowledgeBases();
  if (error && !data) return <PageMessage problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p className={styles.quiet}>{t('shell.loading')}</p>;
  if (data.bases.length === 0) return <EmptyBases onFiles={onFiles} />;
  const bases = data.bases.toSorted((a, b) => a.name.localeCompare(b.name, language));
  return (
    <>
      <p className={styles.lead}>{t('knowledge.lead')}</p>
      <ul className={frame.cards} aria-label={t('shell.knowledge')}>
        {bases.map((base) => (
          <BaseCard key={base.id} base={base} />
        ))}
      </ul>
    </>
  );
}
