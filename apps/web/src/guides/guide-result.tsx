import { Button } from '@mantine/core';
import { Square } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { conversationOf } from '../chat/conversation-of.ts';
import { OutputContent } from '../chat/output-view.tsx';
import { RunFailure } from '../chat/run-failure.tsx';
import { RunningAnswer } from '../chat/running-answer.tsx';
import { sendMessage } from '../chat/send-message.ts';
import { useHindrance } from '../chat/use-hindrance.ts';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { UploadLine } from '../knowledge/upload-line.tsx';
import { isBusy } from '../knowledge/upload-queue.ts';
import { useUploads } from '../knowledge/upload-store.ts';
import { ModelBanner } from '../models/model-banner.tsx';
import { useEditor } from '../state/editor-store.ts';
import { useIsRunning, useRun } from '../state/run-store.ts';
import { startRun, stopRun } from '../state/start-run.ts';
import type { GuideId } from './guide-id.ts';
import { rememberMade, type MadeFlow } from './guide-store.ts';
import styles from './guides.module.css';
import { ModelWeakness } from './model-weakness.tsx';
import { SideBySide } from './side-by-side.tsx';

interface GuideResultProps {
  readonly id: GuideId;
  readonly made: MadeFlow;
}

/** Runs the open flow once its files have arrived and its model is there, and shows what comes. */
export function GuideResult({ id, made }: GuideResultProps): React.ReactElement {
  const { t } = useTexts();
  const isSending = isBusy(useUploads(made.base ?? ''));
  const hindrance = useHindrance();
  const isWaiting = isSending || hindrance !== undefined;
  const hasRun = useRun(({ view }) => view !== undefined);
  useEffect(() => {
    if (isWaiting || made.hasBegun) return;
    rememberMade(id, { ...made, hasBegun: true });
    void begin(made);
  }, [id, made, isWaiting]);
  return (
    <>
      <ModelBanner />
      {made.base !== undefined && <UploadLine id={made.base} />}
      {isSending && <p role="status">{t('guides.sending')}</p>}
      {!isSending && hindrance && (
        <p role="status">{hindrance.kind === 'model' ? t('guides.wait-model') : hindrance.text}</p>
      )}
      <RunProblem />
      {hasRun && <Outcome id={id} />}
      {!isWaiting && <RunAgain made={made} />}
      <ModelWeakness id={id} />
    </>
  );
}

/** Asks the question as the first message of a conversation, or runs the flow with what it holds. */
async function begin({ answers }: MadeFlow): Promise<void> {
  if (!('question' in answers)) await startRun({ inputs: {} });
  else await sendMessage({ text: answers.question.trim(), sessionId: undefined, parent: undefined });
}

function Outcome({ id }: { readonly id: GuideId }): React.ReactElement | null {
  const { t } = useTexts();
  const Output = id === 'compare-two-prompts' ? SideBySide : OutputContent;
  const flowInterface = useEditor(({ derived }) => derived?.flowInterface);
  const descriptors = useEditor((state) => state.descriptors);
  const runId = useRun(({ view }) => view?.runId);
  const isRunning = useIsRunning();
  const conversation = useMemo(
    () => flowInterface && conversationOf(flowInterface, descriptors),
    [flowInterface, descriptors],
  );
  const question = useRun(({ view }) => conversation?.question && view?.inputs[conversation.question.id]);
  if (!conversation) return null;
  const { answer, otherOutputs } = conversation;
  return (
    <div className={styles.outcome} aria-busy={isRunning}>
      {typeof question === 'string' && <p className={styles.asked}>{question}</p>}
      {isRunning && (
        <div className={styles.running}>
          <RoundsDone />
          <Button
            variant="default"
            leftSection={<Square size={12} fill="currentColor" />}
            onClick={() => void stopRun()}
          >
            {t('shell.stop')}
          </Button>
        </div>
      )}
      {answer && <RunningAnswer port={answer} runId={runId} onAgain={undefined} />}
      {otherOutputs.map((port) => (
        <Output key={port.id} port={port} />
      ))}
      <RunFailure />
    </div>
  );
}

/** How many rounds of the loop are through. */
function RoundsDone(): React.ReactElement {
  const { t } = useTexts();
  const done = useRun(({ view }) => {
    let count = 0;
    for (const [path, { status }] of view?.steps ?? [])
      if (status === 'done' && /^each\[\d+\]\/(?:row|data)$/u.test(path)) count += 1;
    return count;
  });
  return <span role="status">{done === 0 ? t('guides.running') : t('guides.rounds', { count: done })}</span>;
}

function RunProblem(): React.ReactElement | null {
  const { language } = useTexts();
  const problem = useRun((state) => state.problem);
  if (problem === undefined) return null;
  const { title, detail, hint } = problemText(problem, language);
  return (
    <p className={styles.problem} role="alert">
      {[title, detail, hint].filter(Boolean).join(' · ')}
    </p>
  );
}

/** For a run that could not begin, or was stopped. */
function RunAgain({ made }: { readonly made: MadeFlow }): React.ReactElement | null {
  const { t } = useTexts();
  const isIdle = useRun(
    ({ view, isStarting }) => !isStarting && (view === undefined || /failed|cancelled|interrupted/.test(view.status)),
  );
  if (!isIdle || !made.hasBegun) return null;
  return (
    <div>
      <Button variant="default" onClick={() => void begin(made)}>
        {t('guides.run-now')}
      </Button>
    </div>
  );
}
