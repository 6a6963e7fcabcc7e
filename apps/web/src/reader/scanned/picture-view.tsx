import type { ReadDocument } from '@jacquard/flow';
import { useState } from 'react';
import { knowledgeApi } from '../../api/knowledge-api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import type { SourcePlace } from '../../state/source-store.ts';
import type { TextRange } from '../find-quotation.ts';
import type { Zoom } from '../viewer.ts';
import { RecognisedText } from './recognised-text.tsx';
import styles from './scanned.module.css';

interface PictureViewProps {
  readonly place: SourcePlace;
  readonly document: ReadDocument;
  readonly range: TextRange | undefined;
  readonly zoom: Zoom;
  /** What is shown when the picture can't be: its text. */
  readonly otherwise: React.ReactElement;
}

/** A document that is a picture, with the text that was recognised beside it. */
export function PictureView({ place, document, range, zoom, otherwise }: PictureViewProps): React.ReactElement {
  const { t } = useTexts();
  const [hasFailed, setFailed] = useState(false);
  if (hasFailed) return otherwise;
  const width = `calc(min(760px, 100cqw - 420px, 100%) * ${zoom === 'fit' ? 1 : zoom})`;
  return (
    <div className={styles.scroller} tabIndex={0} role="document" aria-label={t('sources.reader-text')}>
      <div className={styles.row}>
        <img
          className={styles.picture}
          src={knowledgeApi.fileAddress(place.base ?? '', place.source)}
          alt={t('sources.reader-picture')}
          style={{ width, minWidth: 320 }}
          onError={() => setFailed(true)}
        />
        <RecognisedText document={document} blocks={document.metadata.blocks} range={range} />
      </div>
    </div>
  );
}
