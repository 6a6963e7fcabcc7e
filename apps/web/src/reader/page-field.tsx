import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import styles from './reader.module.css';

interface PageFieldProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** The page that is shown, of how many; another number goes there. */
export function PageField({ page, pages, onPage }: PageFieldProps): React.ReactElement {
  const { t } = useTexts();
  const [written, setWritten] = useState(String(page));
  const go = (): void => {
    const wanted = Number(written);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) {
      if (wanted !== page) onPage(wanted);
    } else setWritten(String(page));
  };
  return (
    <span className={`${styles.pageOf} tabular`}>
      <input
        className={styles.pageField}
        aria-label={t('sources.reader-page')}
        inputMode="numeric"
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
      />
      {t('sources.reader-of', { pages })}
    </span>
  );
}
