import { Button, CloseButton } from '@mantine/core';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ModelBanner } from '../models/model-banner.tsx';
import { useEditor } from '../state/editor-store.ts';
import { keepAsCopy } from '../state/resolve-conflict.ts';
import { leaveRun, showRun, useRun } from '../state/run-store.ts';
import { api } from '../api/api.ts';
import { Banner } from './banner.tsx';

/** What a person must know before going on: a broken or deleted file, a past run, a run that didn't start, a model on its way. */
export function FlowBanners(): React.ReactElement {
  const { t, language } = useTexts();
  const broken = useEditor((state) => state.broken);
  const isGone = useEditor(({ save }) => save.state === 'gone');
  const problem = useRun((state) => state.problem);
  return (
    <>
      {broken && <Banner tone="err" text={t('shell.broken', { reason: problemSentence(broken, language) })} />}
      {isGone && (
        <Banner tone="err" text={t('shell.gone')}>
          <Button variant="default" onClick={() => void keepAsCopy()}>
            {t('shell.keep-copy')}
          </Button>
        </Banner>
      )}
      <PastRunBanner />
      {problem !== undefined && (
        <Banner tone="err" text={Object.values(problemText(problem, language)).filter(Boolean).join(' · ')}>
          <CloseButton aria-label={t('shell.close')} onClick={() => useRun.setState({ problem: undefined })} />
        </Banner>
      )}
      <ModelBanner />
    </>
  );
}

function PastRunBanner(): React.ReactElement | null {
  const { t, language } = useTexts();
  const startedAt = useRun(({ view, isPast }) => (isPast ? view?.startedAt : undefined));
  const flowId = useEditor((state) => state.flowId);
  if (startedAt === undefined || flowId === undefined) return null;
  const time = new Date(startedAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  const backToNow = async (): Promise<void> => {
    leaveRun();
    const { runs } = await api.runs(flowId, 1);
    if (runs[0]) showRun(runs[0].id);
  };
  return (
    <Banner tone="info" text={t('shell.past-run', { time })}>
      <Button variant="default" onClick={() => void backToNow()}>
        {t('shell.back-to-now')}
      </Button>
    </Banner>
  );
}
