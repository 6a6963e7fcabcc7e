import type { AnswerSample } from '@jacquard/protocol';
import { problemSentence } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { LazyDetails } from '../../values/lazy-details.tsx';
import { LongText } from '../long-text.tsx';
import { ItemSource } from '../source/item-source.tsx';
import styles from './answers.module.css';

interface SampleTextProps {
  readonly sample: AnswerSample;
  readonly isAlone: boolean;
}

/** A sample: how it begins, and, opened, its text, what was read out of it, and the prompt behind it. */
export function SampleText({ sample, isAlone }: SampleTextProps): React.ReactElement {
  const { t, language } = useTexts();
  const { text, answer, failed, from } = sample;
  const start = text.trim().replaceAll(/\s+/g, ' ').slice(0, 120);
  return (
    <LazyDetails
      className={styles.sample}
      isOpen={isAlone}
      summary={
        <>
          <b>{t('reasoning.sample', { number: sample.sample + 1 })}</b> <span className={styles.start}>{start}</span>
        </>
      }
    >
      {() => (
        <>
          {failed !== undefined && (
            <p className={styles.failed}>{problemSentence({ code: failed, params: {} }, language)}</p>
          )}
          <LongText text={text} />
          {answer !== undefined && (
            <p className={styles.facts}>
              {answer === null ? t('reasoning.read-nothing') : t('reasoning.read-answer', { answer })}
            </p>
          )}
          <ItemSource source={from} />
        </>
      )}
    </LazyDetails>
  );
}
