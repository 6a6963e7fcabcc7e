import { lazy, Suspense } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { PageMessage } from '../shell/page-message.tsx';
import { loadPart } from '../values/load-part.ts';
import type { SourcePlace } from '../state/source-store.ts';
import type { CitedPlace } from './cited-place.ts';
import { PartList } from './part-list.tsx';
import { PictureView } from './scanned/picture-view.tsx';
import { TextView } from './text/text-view.tsx';
import type { SourceDocument } from './use-source-document.ts';
import type { Viewer } from './viewer.ts';

/** PDFs need a library as large as the app: it comes when the first is opened. */
const PdfView = lazy(() =>
  loadPart(() => import('./pdf/pdf-view.tsx')).then((module) => ({ default: module.PdfView })),
);

interface ReaderBodyProps {
  readonly place: SourcePlace;
  readonly source: SourceDocument;
  readonly cited: CitedPlace;
  readonly viewer: Viewer;
}

/** The document itself: a PDF's pages, the text of any other, or why neither can be shown. */
export function ReaderBody({ place, source, cited, viewer }: ReaderBodyProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const { file, document, documents, isGone, isLoading, problem, retry } = source;
  if (isGone) return null;
  if (file?.state === 'failed') {
    return <PageMessage text={file.problem ? problemSentence(file.problem, language) : t('knowledge.file-failed')} />;
  }
  if (problem !== undefined) return <PageMessage problem={problem} onRetry={retry} />;
  if (isLoading) return <PageMessage text={t('shell.loading')} />;
  if (file && file.state !== 'ready') return <PageMessage text={t('sources.reader-being-read')} />;
  if (!document && documents.length > 1) return <PartList place={place} documents={documents} />;
  if (!document) return <PageMessage text={t('sources.reader-empty')} />;
  const { zoom, wanted, onPage } = viewer;
  const text = <TextView document={document} range={cited.range} zoom={zoom} wanted={wanted} onPage={onPage} />;
  const { mediaType } = document.metadata;
  if (file?.source !== place.source) return text;
  if (mediaType.startsWith('image/'))
    return <PictureView place={place} document={document} range={cited.range} zoom={zoom} otherwise={text} />;
  if (mediaType !== 'application/pdf') return text;
  return (
    <Suspense fallback={<PageMessage text={t('shell.loading')} />}>
      <PdfView
        place={place}
        cited={cited}
        document={document}
        zoom={zoom}
        wanted={wanted}
        onPage={onPage}
        otherwise={text}
      />
    </Suspense>
  );
}
