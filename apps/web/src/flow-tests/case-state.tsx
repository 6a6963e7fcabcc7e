import type { ListedCase } from '@jacquard/protocol';
import { Check, CircleDashed, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import styles from './flow-tests.module.css';

type State = 'running' | 'passed' | 'failed' | 'error' | 'none';

/** How a case stands: it runs, or how it last came out. */
function stateOf({ running, result }: ListedCase): State {
  return running ? 'running' : (result?.status ?? 'none');
}

/** In words. */
function stateText(state: State, t: Translate): string {
  if (state === 'running') return t('tests.running');
  if (state === 'passed') return t('tests.passed');
  if (state === 'failed') return t('tests.failed');
  return state === 'error' ? t('tests.error') : t('tests.not-run');
}

const icons = { running: LoaderCircle, passed: Check, failed: X, error: TriangleAlert, none: CircleDashed };

/** Sign and word of how a case stands. */
export function CaseState({
  of,
  hasWord = false,
}: {
  readonly of: ListedCase;
  readonly hasWord?: boolean;
}): React.ReactElement {
  const { t } = useTexts();
  const state = stateOf(of);
  const Icon = icons[state];
  const word = stateText(state, t);
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={14} {...(hasWord ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })} />
      {hasWord && word}
    </span>
  );
}
