import type { ReadDocument } from '@jacquard/flow';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import type { TextRange } from '../find-quotation.ts';
import readerStyles from '../reader.module.css';
import { useNear } from '../use-near.ts';
import { drawPage, type DrawnPage } from './draw-page.ts';
import styles from './pdf.module.css';
import { RecognisedText } from '../scanned/recognised-text.tsx';
import type { PageSize } from './use-pdf.ts';

interface PdfPageProps {
  readonly root: React.RefObject<HTMLElement | null>;
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** Taken until the page itself is known. */
  readonly size: PageSize;
  readonly scale: number;
  readonly document: ReadDocument;
  /** Words to mark on this page. */
  readonly quotation: string | undefined;
  /** What was cited, in the document's text, where it stands on this page. */
  readonly range: TextRange | undefined;
  readonly onMarked: ((page: DrawnPage) => void) | undefined;
}

/** One page: drawn while it is near the view; a scanned one with the text that was recognised beside it. */
export function PdfPage(props: PdfPageProps): React.ReactElement {
  const { root, number, scale, document, quotation, range } = props;
  const { t } = useTexts();
  const [size, setSize] = useState(props.size);
  const [isUnmarked, setUnmarked] = useState(false);
  const { part, isNear } = useNear<HTMLDivElement>(root, quotation !== undefined);
  const scanned = document.metadata.blocks.filter((block) => block.page === number && block.scanned !== undefined);
  return (
    <div
      ref={part}
      className={styles.row}
      data-page={number}
      data-scanned={scanned.length > 0}
      role="group"
      aria-label={t('sources.reader-page-number', { page: number })}
    >
      <div>
        {isUnmarked && scanned.length === 0 && quotation !== undefined && (
          <div className={styles.quoted}>
            <p>{t('sources.reader-on-page')}</p>
            <blockquote className={readerStyles.quotation}>{quotation}</blockquote>
          </div>
        )}
        <div
          className={styles.page}
          data-cited={quotation !== undefined && isUnmarked}
          style={{
            width: size.width * scale,
            height: size.height * scale,
            '--total-scale-factor': scale,
          }}
        >
          {isNear && <PageContent {...props} onSize={setSize} onUnmarked={setUnmarked} />}
        </div>
      </div>
      {isNear && scanned.length > 0 && <RecognisedText document={document} blocks={scanned} range={range} />}
    </div>
  );
}

interface PageContentProps extends PdfPageProps {
  readonly onSize: (size: PageSize) => void;
  readonly onUnmarked: (isUnmarked: boolean) => void;
}

function PageContent(props: PageContentProps): React.ReactElement {
  const { pdf, number, scale, quotation } = props;
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const tell = useRef(props);
  useEffect(() => {
    tell.current = props;
  });
  useEffect(() => {
    const [picture, layer] = [canvas.current, text.current];
    if (!picture || !layer) return undefined;
    const abort = new AbortController();
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      abort.signal.throwIfAborted();
      const { width, height } = page.getViewport({ scale: 1 });
      tell.current.onSize({ width, height });
      const drawn = await drawPage(page, scale, { canvas: picture, text: layer }, quotation, abort.signal);
      if (quotation === undefined) return;
      tell.current.onUnmarked(drawn.firstMark === undefined);
      tell.current.onMarked?.(drawn);
    };
    draw().catch(() => {
      if (!abort.signal.aborted) setFailed(true);
    });
    return () => {
      abort.abort();
      layer.replaceChildren();
    };
  }, [pdf, number, scale, quotation]);
  return (
    <>
      <canvas ref={canvas} className={styles.picture} aria-hidden />
      <div ref={text} className={styles.layer} />
      {hasFailed && <p className={styles.failed}>{t('sources.reader-page-failed')}</p>}
    </>
  );
}
