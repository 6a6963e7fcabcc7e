import { Button } from '@mantine/core';
import { Problem, type Issue } from '@jacquard/flow';
import { applySuggestion, type CanvasNode } from '@jacquard/canvas';
import type { StepView } from '@jacquard/protocol';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow, useEditor } from '../state/editor-store.ts';
import styles from './inspector.module.css';

const none: readonly Issue[] = [];

interface NodeProblemsProps {
  readonly canvasNode: CanvasNode;
  readonly step: StepView | undefined;
}

/** What is wrong with the node, and the error of its last run, in words. */
export function NodeProblems({ canvasNode: { id }, step }: NodeProblemsProps): React.ReactElement {
  const { t, language } = useTexts();
  const all = useEditor(({ derived }) => derived?.issues ?? none);
  const error = step?.error && problemText(new Problem(step.error.code, step.error.params), language);
  return (
    <>
      {all
        .filter(({ node }) => node === id)
        .map((issue) => (
          <div key={JSON.stringify(issue)} className={styles.problem} data-severity={issue.severity} role="alert">
            {problemSentence(issue, language)}
            {issue.suggestion && <Mend suggestion={issue.suggestion} label={t('panels.problem-fix')} />}
          </div>
        ))}
      {error && (
        <div className={styles.problem} role="alert" data-severity={step.isHandled ? 'warning' : 'error'}>
          <b>{error.title}</b>
          {error.detail} {error.hint}
        </div>
      )}
    </>
  );
}

function Mend({
  suggestion,
  label,
}: {
  readonly suggestion: NonNullable<Issue['suggestion']>;
  readonly label: string;
}): React.ReactElement {
  return (
    <Button variant="subtle" size="compact-xs" h={28} onClick={() => changeFlow(applySuggestion(suggestion))}>
      {label}
    </Button>
  );
}
