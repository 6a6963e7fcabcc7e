import type { ReadDocument } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import { openDocument, type SourcePlace } from '../state/source-store.ts';
import styles from './reader.module.css';

interface PartListProps {
  readonly place: SourcePlace;
  readonly documents: readonly ReadDocument[];
}

/** The documents of an archive that was opened as a whole. */
export function PartList({ place, documents }: PartListProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.scroller}>
      <div className={styles.text}>
        <p>{t('sources.reader-choose-part')}</p>
        <ul className={styles.partList}>
          {documents.map(({ metadata: { source, title } }) => (
            <li key={source}>
              <button type="button" className={styles.part} onClick={() => openDocument(place.base, source)}>
                {source.startsWith(`${place.source}/`) ? source.slice(place.source.length + 1) : source}
                {title !== undefined && <span className={styles.partTitle}>{title}</span>}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
