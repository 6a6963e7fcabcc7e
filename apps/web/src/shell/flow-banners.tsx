import { Button, CloseButton } from '@mantine/core';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ModelBanner } from '../models/model-banner.tsx';
import { useEditor } from '../state/editor-store.ts';
import { keepAsCopy } from '../state/resolve-conflict.ts';
import { useRun } from '../state/run-store.ts';
import { DraftBanner } from '../versions/draft-banner.tsx';
import { VersionBanner } from '../versions/version-banner.tsx';
import { useMergeNote } from '../state/merge-notes.ts';
import { later } from '../values/later.tsx';
import { Banner } from './banner.tsx';

const PastRunBanner = later(async () => (await import('../runs/past-run-banner.tsx')).PastRunBanner);
const MergeBanner = later(async () => (await import('../versions/merge-banner.tsx')).MergeBanner);

/** What a person must know before going on: a broken or deleted file, a past run, a run that didn't start, a model on its way. */
export function FlowBanners(): React.ReactElement {
  const { t, language } = useTexts();
  const broken = useEditor((state) => state.broken);
  const isGone = useEditor(({ save }) => save.state === 'gone');
  const problem = useRun((state) => state.problem);
  const isPast = useRun((state) => state.isPast);
  const isMerged = useMergeNote(({ note }) => note !== undefined);
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
      <DraftBanner />
      {isMerged && <MergeBanner />}
      <VersionBanner />
      {isPast && <PastRunBanner />}
      {problem !== undefined && (
        <Banner tone="err" text={Object.values(problemText(problem, language)).filter(Boolean).join(' · ')}>
          <CloseButton aria-label={t('shell.close')} onClick={() => useRun.setState({ problem: undefined })} />
        </Banner>
      )}
      <ModelBanner />
    </>
  );
}
