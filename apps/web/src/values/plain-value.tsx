import { Check, X } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './value-view.module.css';

interface NumberValueProps {
  readonly number: number;
  readonly isShort: boolean;
}

/** A number as the language writes it; copied as machines do. */
export function NumberValue({ number, isShort }: NumberValueProps): React.ReactElement {
  const { language } = useTexts();
  return (
    <div className={styles.scalar}>
      <span className={`${styles.figure} tabular`}>
        {number.toLocaleString(language, { maximumFractionDigits: 12 })}
      </span>
      {!isShort && <CopyButton text={String(number)} />}
    </div>
  );
}

/** Yes or no, with a sign beside the word. */
export function BooleanValue({ isTrue }: { readonly isTrue: boolean }): React.ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.scalar} data-true={isTrue}>
      {isTrue ? <Check size={16} aria-hidden /> : <X size={16} aria-hidden />}
      {t(isTrue ? 'faces.yes' : 'faces.no')}
    </div>
  );
}
