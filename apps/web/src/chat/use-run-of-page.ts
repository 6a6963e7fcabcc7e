import { useShallow } from 'zustand/react/shallow';
import { useRun } from '../state/run-store.ts';
import type { Conversation } from './conversation-of.ts';
import type { TalkingRun } from './messages-with-run.ts';

/** A run that is part of a conversation, or stands beside it. */
export interface RunOfPage extends TalkingRun {
  readonly sessionId: string | undefined;
  readonly isRunning: boolean;
}

/** The run on the page, unless it is a past one or went to a node only; it changes with the run, not with its text. */
export function useRunOfPage({ question, answer }: Conversation): RunOfPage | undefined {
  const run = useRun(
    useShallow(({ view, isPast }): RunOfPage | typeof noRun => {
      if (!view || isPast || view.target !== undefined || view.startedAt === undefined || !question) return noRun;
      const asked = view.inputs[question.id] ?? question.default;
      return {
        runId: view.runId,
        sessionId: view.sessionId,
        parentMessageId: view.parentMessageId,
        question: typeof asked === 'string' ? asked : '',
        hasAnswer: answer !== undefined,
        isRunning: view.status === 'running',
      };
    }),
  );
  return run.runId === undefined ? undefined : run;
}

const noRun: { readonly runId?: undefined } = {};
