import { Button, SegmentedControl } from '@mantine/core';
import type { StepView } from '@jacquard/protocol';
import { useMemo, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { DownloadMenu } from '../values/download/download-menu.tsx';
import { ValueTitle } from '../values/value-title.ts';
import { AccountLine } from './account-line.tsx';
import { AnswersView } from './answers/answers-view.tsx';
import { CandidatesView } from './candidates/candidates-view.tsx';
import { usePutIntoTemplate } from './candidates/put-into-template.ts';
import { insidesFiles } from './insides-files.ts';
import { InsidesProvider } from './insides-context.ts';
import { openInsides } from './open-insides-store.ts';
import styles from './step-insides.module.css';
import { useThoughtActions } from './thoughts/thought-actions.ts';
import { ThoughtsView } from './thoughts/thoughts-view.tsx';
import { TrialsView } from './trials/trials-view.tsx';
import { useOriginStep, useRunOfInsides } from './use-origin-step.ts';
import { useStepInsides, viewsOf, type InsidesView, type StepInsides as Insides } from './use-step-insides.ts';

interface StepInsidesProps {
  readonly step: StepView;
  /** What files that are saved of it are called. */
  readonly title: string;
  /** It has the place of the canvas to itself. */
  readonly isLarge?: boolean;
}

/** What a strategy did to come to its answer: answers and their count, thoughts, trials, candidates; live, and in past runs. */
export function StepInsides({ step: shown, title, isLarge = false }: StepInsidesProps): React.ReactElement | null {
  const { t } = useTexts();
  const step = useOriginStep(shown);
  const runId = useRunOfInsides(step);
  const insides = useStepInsides(step);
  const views = viewsOf(insides);
  const [chosen, setChosen] = useState<InsidesView>();
  const view = chosen !== undefined && views.includes(chosen) ? chosen : views[0];
  const isRunning = step.status === 'running';
  const context = useMemo(
    () => ({ calls: insides.calls, runId, isRunning, isLarge }),
    [insides.calls, runId, isRunning, isLarge],
  );
  return (
    <InsidesProvider value={context}>
      <ValueTitle value={title}>
        <section
          className={styles.insides}
          data-large={isLarge}
          aria-label={isLarge ? undefined : t('reasoning.title')}
        >
          <div className={styles.bar}>
            {!isLarge && <p className={styles.title}>{t('reasoning.title')}</p>}
            {views.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label={t('reasoning.views')}
                value={view ?? 'answers'}
                onChange={(next) => setChosen(views.find((one) => one === next))}
                data={views.map((one) => ({ value: one, label: t(`reasoning.${one}`) }))}
              />
            )}
            {isLarge && insides.account && <AccountLine account={insides.account} />}
            <span className={styles.space} />
            {!isLarge && view && (
              <Button variant="subtle" size="compact-xs" h={28} onClick={() => openInsides(step)}>
                {t('reasoning.large')}
              </Button>
            )}
            <span className={styles.save}>
              <DownloadMenu downloads={insidesFiles(step, insides, view)} />
            </span>
          </div>
          {!isLarge && insides.account && <AccountLine account={insides.account} />}
          {step.kept && view && <p className={styles.note}>{t('reasoning.of-earlier')}</p>}
          {insides.unread > 0 && <p className={styles.note}>{t('reasoning.unread', { count: insides.unread })}</p>}
          <View view={view} insides={insides} step={step} />
        </section>
      </ValueTitle>
    </InsidesProvider>
  );
}

interface ViewProps {
  readonly view: InsidesView | undefined;
  readonly insides: Insides;
  readonly step: StepView;
}

function View({ view, insides, step }: ViewProps): React.ReactElement | null {
  const actions = useThoughtActions(step);
  const put = usePutIntoTemplate(step);
  const { answers, thoughts, trials, candidates } = insides;
  if (view === 'answers' && answers) return <AnswersView answers={answers} progress={step.progress} />;
  if (view === 'thoughts' && thoughts) return <ThoughtsView thoughts={thoughts} actions={actions} />;
  if (view === 'trials' && trials) return <TrialsView trials={trials} />;
  return view === 'candidates' && candidates ? <CandidatesView candidates={candidates} onPut={put} /> : null;
}
