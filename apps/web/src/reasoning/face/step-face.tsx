import { VisuallyHidden } from '@mantine/core';
import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { openInsides } from '../open-insides-store.ts';
import { useOriginStep } from '../use-origin-step.ts';
import { useStepInsides, viewsOf } from '../use-step-insides.ts';
import { AnswersFace } from './answers-face.tsx';
import { CandidatesFace } from './candidates-face.tsx';
import { faceFacts } from './face-facts.ts';
import styles from './step-face.module.css';
import { ThoughtsFace } from './thoughts-face.tsx';
import { TrialsFace } from './trials-face.tsx';

/** A strategy's insides as small as a node: bars of the first answers, thoughts by level, tests of the last trials, the best candidates. A click opens them large. */
export function StepFace({ step: shown }: { readonly step: StepView }): React.ReactElement | null {
  const { t, language } = useTexts();
  const step = useOriginStep(shown);
  const insides = useStepInsides(step);
  const [view] = viewsOf(insides);
  if (view === undefined) return null;
  const { answers, thoughts, trials, candidates } = insides;
  const facts = faceFacts(view, insides, step.progress, t, language);
  return (
    <button type="button" className={`${styles.face} nodrag tabular`} onClick={() => openInsides(step)}>
      <span className={styles.facts}>
        <VisuallyHidden>{t('reasoning.look-inside')} </VisuallyHidden>
        {facts}
      </span>
      {view === 'answers' && answers && <AnswersFace answers={answers} />}
      {view === 'thoughts' && thoughts && <ThoughtsFace thoughts={thoughts} />}
      {view === 'trials' && trials && <TrialsFace trials={trials} />}
      {view === 'candidates' && candidates && <CandidatesFace candidates={candidates} />}
    </button>
  );
}
