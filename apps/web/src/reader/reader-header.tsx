import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { ChevronLeft, ChevronRight, Download, MoveHorizontal, X, ZoomIn, ZoomOut } from 'lucide-react';
import { knowledgeApi } from '../api/knowledge-api.ts';
import { useTexts } from '../i18n/i18n.ts';
import { closeSource, openDocument, type SourcePlace } from '../state/source-store.ts';
import { HeaderIcon } from '../shell/header-icon.tsx';
import { PageField } from './page-field.tsx';
import styles from './reader.module.css';
import type { SourceDocument } from './use-source-document.ts';
import type { Viewer } from './viewer.ts';

interface ReaderHeaderProps {
  readonly place: SourcePlace;
  readonly source: SourceDocument;
  readonly viewer: Viewer;
}

/** What is open, where in it, how large; and the way out. */
export function ReaderHeader({ place, source, viewer }: ReaderHeaderProps): React.ReactElement {
  const { t } = useTexts();
  const { file, document, isGone } = source;
  const name = (file?.source ?? place.source).split('/').at(-1) ?? place.source;
  const pages = document?.metadata.pages ?? (file?.source === place.source ? file.pages : undefined) ?? 0;
  const isShown = file?.state === 'ready' && !isGone;
  return (
    <header className={styles.header}>
      <h2 className={styles.title} title={place.source}>
        {name}
      </h2>
      <PartSelect place={place} source={source} />
      <span className={styles.space} />
      {isShown && pages > 0 && <Pages pages={pages} viewer={viewer} />}
      {isShown && (
        <>
          <HeaderIcon label={t('sources.reader-smaller')} onClick={() => viewer.zoomBy(1 / 1.2)}>
            <ZoomOut size={16} />
          </HeaderIcon>
          <HeaderIcon label={t('sources.reader-larger')} onClick={() => viewer.zoomBy(1.2)}>
            <ZoomIn size={16} />
          </HeaderIcon>
          <HeaderIcon label={t('sources.reader-fit')} isDisabled={viewer.zoom === 'fit'} onClick={viewer.fit}>
            <MoveHorizontal size={16} />
          </HeaderIcon>
        </>
      )}
      {file && !isGone && (
        <Tooltip label={t('sources.reader-download')}>
          <ActionIcon
            component="a"
            href={knowledgeApi.fileAddress(place.base ?? '', file.source)}
            download={file.source.split('/').at(-1)}
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t('sources.reader-download')}
          >
            <Download size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      <HeaderIcon label={t('sources.reader-close')} onClick={closeSource}>
        <X size={17} />
      </HeaderIcon>
    </header>
  );
}

/** The documents of an archive, to choose from. */
function PartSelect({ place, source }: Pick<ReaderHeaderProps, 'place' | 'source'>): React.ReactElement | null {
  const { t } = useTexts();
  const { documents, document, file } = source;
  if (!file || documents.length < 2) return null;
  const inner = file.source.length + 1;
  return (
    <Select
      className={styles.parts}
      aria-label={t('sources.reader-part', { name: file.source })}
      placeholder={t('sources.reader-choose-part')}
      searchable
      data={documents.map(({ metadata }) => ({
        value: metadata.source,
        label: metadata.source.slice(inner) || metadata.source,
      }))}
      value={document?.metadata.source ?? null}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      onChange={(next) => {
        if (next !== null) openDocument(place.base, next);
      }}
    />
  );
}

function Pages({ pages, viewer }: { readonly pages: number; readonly viewer: Viewer }): React.ReactElement {
  const { t } = useTexts();
  const { page, goTo } = viewer;
  return (
    <div className={styles.pages} role="group" aria-label={t('sources.reader-pages')}>
      <HeaderIcon label={t('sources.reader-previous')} isDisabled={page <= 1} onClick={() => goTo(page - 1)}>
        <ChevronLeft size={16} />
      </HeaderIcon>
      <PageField page={page} pages={pages} onPage={goTo} />
      <HeaderIcon label={t('sources.reader-next')} isDisabled={page >= pages} onClick={() => goTo(page + 1)}>
        <ChevronRight size={16} />
      </HeaderIcon>
    </div>
  );
}
