import type { ReadDocument } from '@jacquard/flow';
import { useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import type { TextRange } from '../find-quotation.ts';
import styles from '../reader.module.css';
import { useCurrentPage } from '../use-current-page.ts';
import { useNear } from '../use-near.ts';
import type { ViewerProps } from '../viewer.ts';
import { BlockParts } from './block-parts.tsx';
import { windowAt, windowsOf, type TextWindow } from './windows-of.ts';

interface TextViewProps extends ViewerProps {
  readonly document: ReadDocument;
  /** What is marked. */
  readonly range: TextRange | undefined;
}

/** A document as text as it was read. Only what is near the view is drawn, so that large ones scroll. */
export function TextView({ document, range, zoom, wanted, onPage }: TextViewProps): React.ReactElement {
  const { t } = useTexts();
  const { pageContent, metadata } = document;
  const scroller = useRef<HTMLDivElement>(null);
  const windows = useMemo(() => windowsOf(pageContent, metadata.blocks), [pageContent, metadata.blocks]);
  const target = range ? windowAt(windows, range.start) : 0;
  useCurrentPage(scroller, onPage);
  const first = wanted && metadata.blocks.find(({ page }) => page === wanted.page);
  const drawn = first && windowAt(windows, first.start);
  useEffect(() => {
    if (range) scroller.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [range]);
  useEffect(() => {
    if (wanted) scroller.current?.querySelector(`[data-page="${wanted.page}"]`)?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="document" aria-label={t('sources.reader-text')}>
      <article
        className={styles.text}
        lang={metadata.language === 'und' ? undefined : metadata.language}
        style={{ fontSize: `${15 * (zoom === 'fit' ? 1 : zoom)}px` }}
      >
        {windows.length === 0 && <p>{t('sources.reader-empty')}</p>}
        {windows.map((window, index) => (
          <WindowView
            key={window.start}
            root={scroller}
            text={pageContent}
            window={window}
            range={range && range.start < window.end && range.end > window.start ? range : undefined}
            isWanted={index === drawn}
            isFirst={index === target}
          />
        ))}
      </article>
    </div>
  );
}

interface WindowViewProps {
  readonly root: React.RefObject<HTMLElement | null>;
  readonly text: string;
  readonly window: TextWindow;
  readonly range: TextRange | undefined;
  readonly isWanted: boolean;
  readonly isFirst: boolean;
}

function WindowView({ root, text, window, range, isWanted, isFirst }: WindowViewProps): React.ReactElement {
  const { part, isNear, height } = useNear<HTMLDivElement>(root, isFirst);
  if (isNear || isWanted || range) {
    return (
      <div ref={part}>
        <BlockParts text={text} parts={window.parts} range={range} />
      </div>
    );
  }
  return <div ref={part} style={{ height: height ?? estimatedHeight(window) }} />;
}

/** About how many pixels a window takes before it was ever drawn. */
function estimatedHeight({ parts }: TextWindow): number {
  return parts.reduce(
    (sum, { start, end, rows }) =>
      sum + (rows ? (rows[1] - rows[0] + 1) * 29 : 14 + Math.ceil((end - start) / 85) * 24),
    0,
  );
}
