import type { ReadDocument } from '@jacquard/flow';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { knowledgeApi } from '../../api/knowledge-api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { PageMessage } from '../../shell/page-message.tsx';
import type { SourcePlace } from '../../state/source-store.ts';
import type { CitedPlace } from '../cited-place.ts';
import readerStyles from '../reader.module.css';
import { useCurrentPage } from '../use-current-page.ts';
import type { ViewerProps } from '../viewer.ts';
import type { DrawnPage } from './draw-page.ts';
import styles from './pdf.module.css';
import { PdfPage } from './pdf-page.tsx';
import { usePdf, type OpenPdf } from './use-pdf.ts';

interface PdfViewProps extends ViewerProps {
  readonly place: SourcePlace;
  readonly cited: CitedPlace;
  readonly document: ReadDocument;
  /** What is shown when the PDF can't be drawn: its text. */
  readonly otherwise: React.ReactNode;
}

/** A PDF as it looks, page under page, at what was cited. */
export function PdfView(props: PdfViewProps): React.ReactElement {
  const { t } = useTexts();
  const { place, otherwise } = props;
  const { open, hasFailed } = usePdf(knowledgeApi.fileAddress(place.base ?? '', place.source));
  if (hasFailed) {
    return (
      <>
        <p className={readerStyles.notDrawn} role="status">
          {t('sources.reader-not-drawn')}
        </p>
        {otherwise}
      </>
    );
  }
  if (!open) return <PageMessage text={t('shell.loading')} />;
  return <Pages {...props} open={open} />;
}

/** Room beside a page, in pixels, and the largest scale that a page is fitted to. */
const margin = 48;
const largestFit = 1.6;
/** From this width of the view on, the text of scanned pages stands beside them and takes so much; as in the style sheets. */
const besideFrom = 900;
const recognisedWidth = 356;

function Pages(props: PdfViewProps & { readonly open: OpenPdf }): React.ReactElement {
  const { t } = useTexts();
  const { open, place, cited, document, zoom, wanted, onPage } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const isLaidOut = width > 0;
  const hasScans = document.metadata.blocks.some(({ scanned }) => scanned !== undefined);
  const room = width - margin - (hasScans && width > besideFrom ? recognisedWidth : 0);
  const fitted = Math.min(largestFit, Math.max(0.3, room / open.size.width));
  const scale = Math.round((zoom === 'fit' ? fitted : fitted * zoom) * 100) / 100;
  const shown = useRef<SourcePlace>(undefined);
  const [goesOn, setGoesOn] = useState(false);
  useCurrentPage(scroller, onPage);
  useSamePlace(scroller, scale);
  useEffect(() => {
    if (isLaidOut && cited.page !== undefined) showPage(scroller.current, cited.page);
  }, [cited, isLaidOut]);
  useEffect(() => {
    if (wanted) showPage(scroller.current, wanted.page);
  }, [wanted]);
  const quoted = (page: number): string | undefined =>
    place.text !== '' && (page === cited.page || (goesOn && page - 1 === cited.page)) ? place.text : undefined;
  const takeMarks = ({ firstMark, isWhole }: DrawnPage): void => {
    setGoesOn(!isWhole);
    if (shown.current !== place) firstMark?.scrollIntoView({ block: 'center' });
    shown.current = place;
  };
  return (
    <div ref={scroller} className={styles.pages} tabIndex={0} role="document" aria-label={t('sources.reader-text')}>
      {isLaidOut &&
        Array.from({ length: open.pdf.numPages }, (_, index) => index + 1).map((number) => (
          <PdfPage
            key={number}
            root={scroller}
            pdf={open.pdf}
            number={number}
            size={open.size}
            scale={scale}
            document={document}
            quotation={quoted(number)}
            range={number === cited.page ? cited.range : undefined}
            onMarked={number === cited.page ? takeMarks : undefined}
          />
        ))}
    </div>
  );
}

function showPage(place: HTMLElement | null, page: number): void {
  place?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' });
}

/** Keeps what is in view when all pages grow or shrink. */
function useSamePlace(place: React.RefObject<HTMLElement | null>, scale: number): void {
  const before = useRef(scale);
  useLayoutEffect(() => {
    const element = place.current;
    element?.scrollTo({ top: element.scrollTop * (scale / before.current) });
    before.current = scale;
  }, [place, scale]);
}

function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
