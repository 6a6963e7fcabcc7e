import type { Trial } from '@jacquard/protocol';
import { Check, X } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { LazyDetails } from '../../values/lazy-details.tsx';
import { LongText } from '../long-text.tsx';
import { looksLikeCode } from '../looks-like-code.ts';
import { ItemSource } from '../source/item-source.tsx';
import { TrialTests } from './trial-tests.tsx';
import styles from './trials.module.css';

interface TrialPartProps {
  readonly trial: Trial;
  readonly isLast: boolean;
}

/** One attempt. The last one is open. */
export function TrialPart({ trial, isLast }: TrialPartProps): React.ReactElement {
  const { t } = useTexts();
  const { trial: number, text, from, tests, passed, reflection } = trial;
  const isGood = tests.length > 0 && passed === tests.length;
  return (
    <li className={styles.trial} data-good={isGood} data-tested={tests.length > 0}>
      <span className={styles.knot} aria-hidden>
        {tests.length > 0 && (isGood ? <Check size={11} strokeWidth={3} /> : <X size={11} strokeWidth={3} />)}
      </span>
      <p className={`${styles.head} tabular`}>
        {t('reasoning.trial', { number })}
        {tests.length > 0 && (
          <span className={styles.passed}>
            {t('reasoning.passed-of', { count: passed, passed, all: tests.length })}
          </span>
        )}
      </p>
      <TrialTests trial={trial} />
      {text !== undefined && (
        <LazyDetails
          key={isLast ? 'last' : 'earlier'}
          className={styles.part}
          summary={t('reasoning.attempt')}
          isOpen={isLast}
        >
          {() => (
            <>
              <LongText text={text} isCode={looksLikeCode(text)} />
              <ItemSource source={from} />
            </>
          )}
        </LazyDetails>
      )}
      {reflection && (
        <div className={styles.reflection}>
          <p className={styles.label}>{t('reasoning.reflection')}</p>
          <div className={styles.letters}>{reflection.text.slice(0, 4000)}</div>
          <ItemSource source={reflection.from} />
        </div>
      )}
    </li>
  );
}
