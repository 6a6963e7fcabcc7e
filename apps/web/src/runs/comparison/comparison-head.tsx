import { ActionIcon, CloseButton } from '@mantine/core';
import type { RunView } from '@jacquard/protocol';
import { ArrowLeftRight } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { endComparison, swapRuns } from '../comparison-store.ts';
import { openRun } from '../open-run.ts';
import { useRunName } from '../use-run-name.ts';
import styles from './comparison.module.css';

interface ComparisonHeadProps {
  readonly left: RunView | undefined;
  readonly right: RunView | undefined;
}

/** Which two runs these are; each can be opened on the canvas. */
export function ComparisonHead({ left, right }: ComparisonHeadProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <header className={styles.head}>
      <h1 className={styles.headTitle}>{t('runs.comparison')}</h1>
      <RunTime view={left} />
      <ActionIcon variant="subtle" color="gray" aria-label={t('runs.swap')} title={t('runs.swap')} onClick={swapRuns}>
        <ArrowLeftRight size={14} />
      </ActionIcon>
      <RunTime view={right} />
      <span className={styles.space} />
      <CloseButton aria-label={t('runs.back-to-canvas')} onClick={endComparison} />
    </header>
  );
}

function RunTime({ view }: { readonly view: RunView | undefined }): React.ReactElement {
  const { t, language } = useTexts();
  const name = useRunName(view?.runId);
  if (view?.startedAt === undefined) return <span>…</span>;
  const time = new Date(view.startedAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <button
      type="button"
      className={styles.runTime}
      title={t('panels.run-open', { time })}
      onClick={() => openRun({ id: view.runId, status: view.status }, false)}
    >
      {name === undefined ? time : t('runs.named', { name, time })}
    </button>
  );
}
