import type { Trial } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { AtWork } from '../at-work.tsx';
import { useInsidesContext } from '../insides-context.ts';
import { ShowMore } from '../show-more.tsx';
import { TrialPart } from './trial-part.tsx';
import styles from './trials.module.css';

/** So many trials are drawn at once. */
const shownAtOnce = 40;

/** Attempts one below the other: what was written, which tests passed, what was taken from it for the next. */
export function TrialsView({ trials }: { readonly trials: readonly Trial[] }): React.ReactElement {
  const { t } = useTexts();
  const { isRunning } = useInsidesContext();
  const [shown, setShown] = useState(shownAtOnce);
  const next = isRunning ? nextOf(trials.at(-1)) : undefined;
  return (
    <div className={styles.trials}>
      <ol className={styles.list} aria-label={t('reasoning.trials')}>
        {trials.slice(0, shown).map((trial, index) => (
          <TrialPart key={trial.trial} trial={trial} isLast={index === trials.length - 1} />
        ))}
      </ol>
      <ShowMore shown={shown} all={trials.length} atOnce={shownAtOnce} onShow={setShown} />
      {next && <AtWork words={t(`reasoning.next-${next}`)} />}
    </div>
  );
}

/** What comes after what was told of the last trial; undefined once it passes. */
function nextOf(last: Trial | undefined): 'judgement' | 'reflection' | 'trial' | undefined {
  if (!last || last.reflection) return 'trial';
  if (last.tests.length === 0) return 'judgement';
  return last.passed < last.tests.length ? 'reflection' : undefined;
}
