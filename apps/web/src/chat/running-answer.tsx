import type { FlowPort } from '@jacquard/flow';
import { useShallow } from 'zustand/react/shallow';
import { useRun } from '../state/run-store.ts';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerText } from './answer-text.tsx';
import { outputOfRun } from './output-of-run.ts';
import { OutputContent } from './output-view.tsx';

interface RunningAnswerProps {
  readonly port: FlowPort;
  readonly runId: string | undefined;
  readonly onAgain: (() => void) | undefined;
}

/** The answer of the run on the page, as it is written and when it is there. */
export function RunningAnswer({ port, runId, onAgain }: RunningAnswerProps): React.ReactElement {
  const output = useRun(useShallow(({ view }) => (view?.runId === runId && view ? outputOfRun(view, port) : none)));
  if (output.state === 'there' && typeof output.value === 'string') {
    return (
      <>
        <AnswerText text={output.value} />
        <AnswerActions text={output.value} runId={runId} onAgain={onAgain} />
      </>
    );
  }
  if (output.state === 'never') return <AnswerText text={output.text} />;
  return <OutputContent port={port} />;
}

const none = { state: 'waiting' } as const;
