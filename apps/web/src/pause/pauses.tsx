import { nodeTitle } from '../bottom/node-title.ts';
import { addLaterTexts, useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { useRun } from '../state/run-store.ts';
import { later } from '../values/later.tsx';
import styles from './pauses.module.css';
import { useWaitingPaths } from './waiting-paths.ts';

const StepPause = later(async () => {
  const [{ StepPause: part }] = await Promise.all([import('./step-pause.tsx'), addLaterTexts()]);
  return part;
});

/** Everything that the run on the page asks a person, each under the name of its node. */
export function Pauses(): React.ReactElement | null {
  const paths = useWaitingPaths();
  if (paths.length === 0) return null;
  return (
    <>
      {paths.map((path) => (
        <PauseOfStep key={path} path={path} isNamed />
      ))}
    </>
  );
}

interface PauseOfStepProps {
  readonly path: string;
  /** With the name of its node, where that isn't around it. */
  readonly isNamed?: boolean;
}

/** What one step asks a person. */
export function PauseOfStep({ path, isNamed = false }: PauseOfStepProps): React.ReactElement | null {
  const { language } = useTexts();
  const step = useRun(({ view }) => view?.steps.get(path));
  const runId = useRun(({ view }) => view?.runId);
  const document = useRun(({ view }) => view?.flow);
  const descriptors = useEditor((state) => state.descriptors);
  if (step?.pause === undefined || runId === undefined) return null;
  return (
    <div className={styles.pause}>
      {isNamed && <h2>{nodeTitle(step.node, document, descriptors, language)}</h2>}
      <StepPause runId={runId} path={path} form={step.pause.form} />
    </div>
  );
}
