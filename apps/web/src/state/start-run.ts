import type { RunRequestBody } from '@jacquard/protocol';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { ApiProblem } from '../api/request.ts';
import { saveNow } from './autosave.ts';
import { askConsent } from './consent-store.ts';
import { useEditor } from './editor-store.ts';
import { showRun, useRun } from './run-store.ts';

type StartBody = Omit<RunRequestBody, 'editor' | 'pins'>;

/**
 * Saves, starts a run of the flow and follows it. A flow that was imported asks first what it may use. Resolves with the
 * run's id; undefined when it could not start, and the run slice says why.
 */
export async function startRun(body: StartBody): Promise<string | undefined> {
  const { flowId } = useEditor.getState();
  if (flowId === undefined || useRun.getState().isStarting) return undefined;
  useRun.setState({ isStarting: true, problem: undefined });
  try {
    await saveNow();
    const runId = await startWithConsent(flowId, body);
    if (runId === undefined) {
      useRun.setState({ isStarting: false });
      return undefined;
    }
    showRun(runId);
    useRun.setState({ isStarting: true });
    void queryClient.invalidateQueries({ queryKey: queryKeys.runs(flowId) });
    return runId;
  } catch (error) {
    useRun.setState({ isStarting: false, problem: error });
    return undefined;
  }
}

async function startWithConsent(flowId: string, body: StartBody): Promise<string | undefined> {
  const start = (): Promise<{ runId: string }> => api.startRun(flowId, { ...body, editor: true, pins: true });
  if (useEditor.getState().imported && !(await isAgreed(flowId))) return undefined;
  try {
    return (await start()).runId;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'consent-needed') throw error;
    return (await isAgreed(flowId)) ? (await start()).runId : undefined;
  }
}

/** Asks what a person hasn't agreed to yet, and tells the server; true when nothing is left to ask. */
async function isAgreed(flowId: string): Promise<boolean> {
  const { reaches } = await api.reach(flowId);
  if (reaches.every(({ agreed }) => agreed)) return true;
  if (!(await askConsent(reaches))) return false;
  await api.consent(
    flowId,
    reaches.map(({ kind, name }) => `${kind}:${name}`),
  );
  return true;
}

/** Stops the run that is shown. */
export async function stopRun(): Promise<void> {
  const { view } = useRun.getState();
  if (view?.status !== 'running') return;
  await api.cancelRun(view.runId).catch((error) => useRun.setState({ problem: error }));
}
