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
  const [written, setWritten] = useState<string>();
  const go = (): void => {
    const wanted = Number(written ?? page);
    setWritten(undefined);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages && wanted !== page) onPage(wanted);
  };
  return (
    <span className={`${styles.pageOf} tabular`}>
      <input
        className={styles.pageField}
        aria-label={t('sources.reader-page')}
        inputMode="numeric"
        value={written ?? String(page)}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
      />
      {t('sources.reader-of', { pages })}
    </span>
  );
}
