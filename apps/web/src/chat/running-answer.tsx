import type { FlowPort } from '@jacquard/flow';
import { useShallow } from 'zustand/react/shallow';
import { useRun } from '../state/run-store.ts';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerText } from './answer-text.tsx';
import { CitedAnswerView } from './cited/cited-answer.tsx';
import { useCitedAnswer } from './cited/use-cited-answer.ts';
import { outputOfRun } from './output-of-run.ts';
import { OutputContent } from './output-view.tsx';

interface RunningAnswerProps {
  readonly port: FlowPort;
  readonly runId: string | undefined;
  readonly onAgain: (() => void) | undefined;
  /** Asks the question in other words; absent while nothing can be sent. */
  readonly onSearch?: ((text: string) => void) | undefined;
}

/** The answer of the run on the page, as it is written and when it is there. */
export function RunningAnswer({ port, runId, onAgain, onSearch }: RunningAnswerProps): React.ReactElement {
  const output = useRun(useShallow(({ view }) => (view?.runId === runId && view ? outputOfRun(view, port) : none)));
  const cited = useCitedAnswer(runId, port);
  if (cited) {
    return (
      <>
        <CitedAnswerView shown={cited} onSearch={onSearch} />
        {output.state === 'there' && typeof output.value === 'string' && (
          <AnswerActions text={output.value} runId={runId} onAgain={onAgain} />
        )}
      </>
    );
  }
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
