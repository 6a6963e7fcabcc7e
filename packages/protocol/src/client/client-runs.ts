/** The part of a client for runs that were started. */
export const clientRuns = String.raw`function runsOf(ask: Asking) {
  async function* events(runId: string, after = 0, signal?: AbortSignal): AsyncGenerator<RunEvent, void, undefined> {
    let last = after;
    for (let failures = 0; ; failures += 1) {
      try {
        const path = pathOfRun(runId) + '/events?after=' + last;
        for await (const { data } of framesOf(await ask(path, { accept: 'text/event-stream', signal }))) {
          failures = 0;
          const event = data as RunEvent;
          if ('seq' in event) last = event.seq;
          yield event;
          if (event.type === 'run-end') return;
        }
        const { status: now } = await status(runId, signal);
        if (now !== 'running' && now !== 'paused') return;
      } catch (error) {
        if (error instanceof JacquardProblem || signal?.aborted === true || failures >= 5) throw error;
      }
      await pause(Math.min(250 * 2 ** failures, 5_000), signal);
    }
  }

  async function status(runId: string, signal?: AbortSignal): Promise<RunState> {
    return (await (await ask(pathOfRun(runId), { signal })).json()) as RunState;
  }

  return {
    /** How a run stands. */
    status,

    /** The events of a run after a number, until it ends; a connection that breaks is taken up again where it was. */
    events,

    /** Waits for a run that was started, and gives its outputs. Throws JacquardProblem; RunPaused where it waits for a person. */
    async result<Id extends FlowId>(id: Id, runId: string, signal?: AbortSignal): Promise<OutputsOf<Id>> {
      void id;
      let waiting: WaitingStep[] = [];
      for await (const event of events(runId, 0, signal)) {
        if (event.type === 'run-answer') waiting = waiting.filter(({ step }) => step !== event.step);
        if (event.type === 'run-pause') waiting.push(event);
        if (event.type === 'run-end') {
          if (event.status !== 'completed') throw failureOf(event.error, event.status, runId);
          return (await wholeOutputs(ask, { ...event, runId }, signal)) as OutputsOf<Id>;
        }
        // What follows may be an answer that was given already; and other steps may go on beside the one that waits.
        const mayWait = waiting.length > 0 && (event.type.startsWith('step-') || event.type === 'run-pause');
        if (mayWait && (await status(runId, signal)).status === 'paused') throw new RunPaused(runId, waiting);
      }
      throw new JacquardProblem({ code: 'stream-broken' }, 0, runId);
    },

    /** Ends a run. */
    async cancel(runId: string, signal?: AbortSignal): Promise<void> {
      await ask(pathOfRun(runId) + '/cancel', { method: 'POST', signal });
    },

    /** Answers what a run waits for; 'step' where several steps wait. */
    async answer(runId: string, answer: unknown, given: { step?: string; signal?: AbortSignal } = {}): Promise<void> {
      const { step, signal } = given;
      await ask(pathOfRun(runId) + '/answer', { method: 'POST', json: { answer, step }, signal });
    },
  };
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resume, fail) => {
    const timer = setTimeout(resume, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      fail(signal.reason);
    }, { once: true });
  });
}
`;
