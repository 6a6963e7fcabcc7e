import { Button } from '@mantine/core';
import type { KnowledgeBaseState } from '@jacquard/protocol';
import { ApiProblem } from '../api/request.ts';
import { useTexts } from '../i18n/i18n.ts';
import { SourceReader } from '../reader/source-reader.tsx';
import { PageMessage } from '../shell/page-message.tsx';
import { navigate } from '../state/route.ts';
import { useSource } from '../state/source-store.ts';
import { useTransferDrop } from '../state/use-file-drop.ts';
import { BaseHeader } from './base-header.tsx';
import { BaseOverview } from './base-overview.tsx';
import { BaseSettings } from './base-settings.tsx';
import { DocumentsSection } from './documents-section.tsx';
import { DropPlace } from './empty-bases.tsx';
import frame from '../shell/page-frame.module.css';
import styles from './knowledge.module.css';
import { filesOfTransfer } from './placed-file.ts';
import { TrySearch } from './try-search.tsx';
import { UploadLine } from './upload-line.tsx';
import { addFiles } from './upload-store.ts';
import { useKnowledgeBase } from './use-knowledge.ts';

/** One base: its documents, how it stands, a search to try it, and its settings. Files may be dropped anywhere. */
export function BasePage({ id }: { readonly id: string }): React.ReactElement {
  const { t } = useTexts();
  const { data, error, refetch } = useKnowledgeBase(id);
  if (error instanceof ApiProblem && error.status === 404) return <GoneBase id={id} />;
  if (error && !data) return <PageMessage isWhole problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageMessage isWhole text={t('shell.loading')} />;
  return <OpenBase base={data} />;
}

function GoneBase({ id }: { readonly id: string }): React.ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.gone}>
      <p role="alert">{t('knowledge.gone', { id })}</p>
      <Button variant="default" onClick={() => navigate('/knowledge')}>
        {t('knowledge.to-all')}
      </Button>
    </div>
  );
}

function OpenBase({ base }: { readonly base: KnowledgeBaseState }): React.ReactElement {
  const { t } = useTexts();
  const isReading = useSource(({ place }) => place !== undefined);
  const isBroken = base.state === 'broken';
  const drop = useTransferDrop((transfer) => {
    void filesOfTransfer(transfer).then((files) => addFiles(base.id, files));
  }, !isBroken);
  return (
    <div className={frame.page} {...drop}>
      <BaseHeader base={base} />
      <div className={styles.middle}>
        <main className={styles.body} inert={isReading}>
          <div className={styles.content}>
            <BaseOverview base={base} />
            <UploadLine id={base.id} />
            {!isBroken && <BaseParts base={base} />}
          </div>
        </main>
        <SourceReader />
      </div>
      {drop['data-over'] && <p className={styles.dropHint}>{t('knowledge.drop', { name: base.name })}</p>}
    </div>
  );
}

function BaseParts({ base }: { readonly base: KnowledgeBaseState }): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      {base.files.length === 0 ? (
        <DropPlace
          title={t('knowledge.no-documents')}
          text={t('knowledge.no-documents-text')}
          onFiles={(files) => addFiles(base.id, files)}
        />
      ) : (
        <>
          <TrySearch base={base} />
          <DocumentsSection base={base} />
        </>
      )}
      <BaseSettings base={base} />
    </>
  );
}
