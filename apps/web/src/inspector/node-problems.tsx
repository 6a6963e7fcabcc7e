import { Problem } from '@jacquard/flow';
import type { CanvasNode } from '@jacquard/canvas';
import type { StepView } from '@jacquard/protocol';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { isPortVisible } from '../canvas/nodes/shown-ports.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { ErrorDetails } from './error-details.tsx';
import styles from './inspector.module.css';
import { issuesOf } from './repairs/issues-of.ts';
import { RepairButton } from './repairs/repair-button.tsx';

interface NodeProblemsProps {
  readonly canvasNode: CanvasNode;
  readonly step: StepView | undefined;
}

/** What is wrong with the node (what is wrong with a field stands at the field), and the error of its last run, in words. */
export function NodeProblems({ canvasNode, step }: NodeProblemsProps): React.ReactElement {
  const { id } = canvasNode;
  const { language } = useTexts();
  const all = useEditor((state) => issuesOf(state, id));
  const isAtField = (name: string | undefined): boolean => {
    const port = name === undefined ? undefined : canvasNode.ports.inputs[name];
    return name !== undefined && port !== undefined && !canvasNode.wired.has(name) && isPortVisible(canvasNode, port);
  };
  const error = step?.error && problemText(new Problem(step.error.code, step.error.params), language);
  return (
    <>
      {all
        .filter(({ port }) => !isAtField(port))
        .map((issue) => (
          <div key={JSON.stringify(issue)} className={styles.problem} data-severity={issue.severity}>
            {problemSentence(issue, language)}
            <RepairButton issue={issue} />
          </div>
        ))}
      {error && (
        <div className={styles.problem} role="alert" data-severity={step.isHandled ? 'warning' : 'error'}>
          <b>{error.title}</b>
          {error.detail} {error.hint}
          {step.error && <ErrorDetails error={step.error} step={step} />}
        </div>
      )}
    </>
  );
}
