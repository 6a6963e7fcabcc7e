import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { CopyButton } from '../values/copy-button.tsx';
import styles from './long-text.module.css';
import { ShowMore } from './show-more.tsx';

interface LongTextProps {
  readonly text: string;
  /** In the face of code. */
  readonly isCode?: boolean;
}

/** Of a text longer than that the rest is drawn when it is asked for, in characters. */
const atOnce = 10_000;

/** What a model wrote, as it is, with a button that copies it. */
export function LongText({ text, isCode = false }: LongTextProps): React.ReactElement {
  const { t } = useTexts();
  const [shown, setShown] = useState(atOnce);
  if (text.trim() === '') return <p className={styles.empty}>{t('reasoning.empty-text')}</p>;
  return (
    <div className={styles.text} data-code={isCode}>
      <div className={styles.letters}>
        <span className={styles.copy}>
          <CopyButton text={text} />
        </span>
        <span>{text.slice(0, shown)}</span>
      </div>
      <ShowMore shown={shown} all={text.length} atOnce={atOnce} onShow={setShown} />
    </div>
  );
}
