import { Button } from '@mantine/core';
import { ArrowLeft, Workflow } from 'lucide-react';
import { useEffect, useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { saveNow } from '../state/autosave.ts';
import { closeFlow, useEditor } from '../state/editor-store.ts';
import { openFlow } from '../state/open-flow.ts';
import { openRight } from '../state/panel-store.ts';
import { navigate } from '../state/route.ts';
import { leaveRun } from '../state/run-store.ts';
import { guidePath, type GuideId } from './guide-id.ts';
import { letGo, type MadeFlow } from './guide-store.ts';
import { GuideResult } from './guide-result.tsx';
import styles from './guides.module.css';
import { useHeadingFocus } from './use-heading-focus.ts';
import { useMadeFlow } from './use-made-flow.ts';

/** The third part: the flow is made, run on what the person gave, and its first result shown. */
export function TryPart({ id }: { readonly id: GuideId }): React.ReactElement {
  const { t, language } = useTexts();
  const { made, problem, retry } = useMadeFlow(id);
  const heading = useHeadingFocus();
  const open = (): void => {
    if (!made) return;
    openRight('chat');
    navigate(`/flows/${encodeURIComponent(made.flowId)}`);
    letGo(id);
  };
  return (
    <section className={styles.part} aria-labelledby="guide-question">
      <h2 ref={heading} className={styles.question} id="guide-question" tabIndex={-1}>
        {id === 'ask-my-documents' ? t('guides.first-answer') : t('guides.first-table')}
      </h2>
      {!made && problem === undefined && (
        <p className={styles.quiet} role="status">
          {t('guides.making')}
        </p>
      )}
      {problem !== undefined && (
        <div className={styles.problem} role="alert">
          <p>{problemText(problem, language).detail}</p>
          <Button variant="default" onClick={retry}>
            {t('shell.retry')}
          </Button>
        </div>
      )}
      {made && <OpenedFlow key={made.flowId} id={id} made={made} />}
      <div className={styles.foot}>
        <Button variant="default" leftSection={<ArrowLeft size={14} />} onClick={() => navigate(guidePath(id, 2))}>
          {t('guides.back')}
        </Button>
        <Button leftSection={<Workflow size={14} />} disabled={!made} onClick={open}>
          {t('guides.open')}
        </Button>
      </div>
      <p className={styles.quiet}>{t('guides.open-hint')}</p>
    </section>
  );
}

/** Opens the flow as the editor does, so that its run is followed and shown by the same means. */
function OpenedFlow({ id, made }: { readonly id: GuideId; readonly made: MadeFlow }): React.ReactElement {
  const { t, language } = useTexts();
  const { flowId, answers } = made;
  const [problem, setProblem] = useState<unknown>();
  const [opened, setOpened] = useState<unknown>();
  const isOpen = useEditor((state) => state.flowId === flowId) && opened === answers;
  useEffect(() => {
    let isHere = true;
    openFlow(flowId).then(() => isHere && setOpened(answers), setProblem);
    return () => {
      isHere = false;
      void saveNow().catch(() => undefined);
      leaveRun();
      closeFlow();
    };
  }, [flowId, answers]);
  if (problem !== undefined) {
    return (
      <p className={styles.problem} role="alert">
        {problemText(problem, language).detail}
      </p>
    );
  }
  return isOpen ? <GuideResult id={id} made={made} /> : <p className={styles.quiet}>{t('guides.making')}</p>;
}
