import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { waitWords } from '../../values/wait-words.ts';
import styles from './node-card.module.css';

/**
 * What the call of a model waits for, as the executor tells it, while the node shows nothing else of its work. What changes
 * several times a second isn't read aloud.
 */
export function NodeWaiting({ step }: { readonly step: StepView }): React.ReactElement | null {
  const { t, language } = useTexts();
  const { wait, progress, texts } = step;
  const hasSome = progress !== undefined || Object.values(texts).some((text) => text !== '');
  const isLong = wait?.for === 'model' || wait?.for === 'turn';
  if (wait === undefined || (hasSome && !isLong)) return null;
  const { text, measure } = waitWords(wait, t, language);
  return (
    <p className={`${styles.waiting} tabular`}>
      <span role="status">{text}</span>
      {measure === undefined ? '…' : ` · ${measure}`}
    </p>
  );
}
