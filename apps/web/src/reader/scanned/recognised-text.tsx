import type { DocumentBlock, ReadDocument } from '@jacquard/flow';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { formatShare } from '../../values/format-share.ts';
import type { TextRange } from '../find-quotation.ts';
import { BlockParts } from '../text/block-parts.tsx';
import styles from './scanned.module.css';

interface RecognisedTextProps {
  readonly document: ReadDocument;
  readonly blocks: readonly DocumentBlock[];
  readonly range: TextRange | undefined;
}

/** The text that was recognised on a page that is a picture, and how sure that is: the page itself stands beside it. */
export function RecognisedText({ document, blocks, range }: RecognisedTextProps): React.ReactElement {
  const { t, language } = useTexts();
  const place = useRef<HTMLElement>(null);
  const length = blocks.reduce((sum, { start, end }) => sum + end - start, 0);
  const sure =
    blocks.reduce((sum, { start, end, scanned = 0 }) => sum + scanned * (end - start), 0) / Math.max(1, length);
  useEffect(() => {
    if (range) place.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }, [range]);
  const parts = blocks.map((block) => ({
    block,
    start: block.start,
    end: block.end,
    ...(block.table && { rows: [0, block.table.rows.length] as const }),
  }));
  return (
    <aside ref={place} className={styles.recognised} aria-label={t('sources.reader-recognised')}>
      <p className={styles.recognisedHead}>
        {t('sources.reader-recognised')} · {t('sources.reader-sure', { share: formatShare(sure, language) })}
      </p>
      <BlockParts text={document.pageContent} parts={parts} range={range} isPaged />
    </aside>
  );
}
