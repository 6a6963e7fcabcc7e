import { Button } from '@mantine/core';
import { replaceFlow } from '@jacquard/canvas';
import type { JsonValue } from '@jacquard/flow';
import { api, runExportAddress } from '../api/api.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Banner } from '../shell/banner.tsx';
import { changeFlow, endPeek, useEditor } from '../state/editor-store.ts';
import { navigate } from '../state/route.ts';
import { leaveRun, showRun, useRun } from '../state/run-store.ts';
import { compareRuns } from './comparison-store.ts';
import { makeTestOf } from './make-test-of.ts';
import { useRunName } from './use-run-name.ts';

/** Says that the canvas shows a past run, or one from a file: as the flow was then where it has changed since. */
export function PastRunBanner(): React.ReactElement | null {
  const { t, language } = useTexts();
  const startedAt = useRun(({ view, isPast }) => (isPast ? view?.startedAt : undefined));
  const file = useRun((state) => state.file);
  const isPeek = useEditor(({ peek }) => peek?.of === 'run');
  const runId = useRun(({ view, isPast, file: of }) => (isPast && of === undefined ? view?.runId : undefined));
  const name = useRunName(runId);
  const flowId = useEditor((state) => state.flowId);
  if (startedAt === undefined) return null;
  const time = new Date(startedAt).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
  if (file !== undefined) {
    return (
      <Banner tone="info" text={t('runs.of-file', { name: file, time })}>
        <Button variant="subtle" onClick={() => void keepAsFlow()}>
          {t('runs.keep-as-flow')}
        </Button>
        <Button variant="default" onClick={() => (flowId === undefined ? navigate('/flows') : void backToNow(flowId))}>
          {flowId === undefined ? t('shell.close') : t('shell.back-to-now')}
        </Button>
      </Banner>
    );
  }
  if (flowId === undefined) return null;
  const text = isPeek ? t('runs.as-it-was', { time }) : t('shell.past-run', { time });
  return (
    <Banner tone="info" text={name === undefined ? text : `${name} · ${text}`}>
      <PastRunActions flowId={flowId} isPeek={isPeek} />
      <Button variant="default" onClick={() => void backToNow(flowId)}>
        {t('shell.back-to-now')}
      </Button>
    </Banner>
  );
}

interface PastRunActionsProps {
  readonly flowId: string;
  readonly isPeek: boolean;
}

function PastRunActions({ flowId, isPeek }: PastRunActionsProps): React.ReactElement {
  const { t } = useTexts();
  const runId = useRun(({ view }) => view?.runId ?? '');
  const isOver = useRun(({ view }) => view?.status === 'completed' || view?.status === 'failed');
  return (
    <>
      <Button variant="subtle" component="a" href={runExportAddress(runId)} download>
        {t('runs.export')}
      </Button>
      {isOver && (
        <Button variant="subtle" onClick={() => void makeTestOf(flowId, runId)}>
          {t('runs.make-test')}
        </Button>
      )}
      <Button variant="subtle" onClick={() => void compareWithNewest(flowId, runId)}>
        {t('runs.compare-newest')}
      </Button>
      {isPeek && (
        <Button variant="subtle" title={t('runs.restore-hint')} onClick={restoreFlow}>
          {t('runs.restore')}
        </Button>
      )}
    </>
  );
}

/** Shows the flow as it is, with its newest run. */
async function backToNow(flowId: string): Promise<void> {
  leaveRun();
  const { runs } = await api.runs(flowId, 1);
  if (runs[0] && useEditor.getState().flowId === flowId) showRun(runs[0].id);
}

async function compareWithNewest(flowId: string, runId: string): Promise<void> {
  const { runs } = await api.runs(flowId, 2);
  const other = runs.find(({ id }) => id !== runId);
  if (other) compareRuns(runId, other.id);
}

/** Makes the flow what it was in the run: one change, which undo takes back. The run stays on the canvas. */
function restoreFlow(): void {
  const { peek } = useEditor.getState();
  if (peek?.of !== 'run') return;
  endPeek('run');
  changeFlow(replaceFlow(peek.document));
}

/** Makes a flow of the file's: it came from elsewhere, and asks before its first run. */
async function keepAsFlow(): Promise<void> {
  const flow = useRun.getState().view?.flow;
  if (!flow) return;
  try {
    const { id } = await api.createFlow(flow as unknown as JsonValue, true); // boundary: a document is JSON
    navigate(`/flows/${encodeURIComponent(id)}`);
  } catch (error) {
    useRun.setState({ problem: error });
  }
}
