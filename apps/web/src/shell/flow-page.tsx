import { startTransition, useEffect, useState } from 'react';
import { ApiProblem } from '../api/request.ts';
import { ApiPanel } from '../api-panel/api-panel.tsx';
import { useApiPanel } from '../api-panel/api-panel-store.ts';
import { BottomPanel } from '../bottom/bottom-panel.tsx';
import { FlowCanvas } from '../canvas/flow-canvas.tsx';
import { ProblemsAnnouncer } from '../inspector/repairs/problems-announcer.tsx';
import { EnlargedField } from '../fields/enlarged-field.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { FlowSearch } from '../search/flow-search.tsx';
import { SourceReader } from '../reader/source-reader.tsx';
import { OpenInsides } from '../reasoning/open-insides.tsx';
import { useOpenInsides } from '../reasoning/open-insides-store.ts';
import { useComparison } from '../runs/comparison-store.ts';
import { RunComparison } from '../runs/run-comparison.tsx';
import { saveNow } from '../state/autosave.ts';
import { closeFlow, useEditor } from '../state/editor-store.ts';
import { openFlow } from '../state/open-flow.ts';
import { usePanels } from '../state/panel-store.ts';
import { leaveRun } from '../state/run-store.ts';
import { useSource } from '../state/source-store.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { FlowBanners } from './flow-banners.tsx';
import styles from './flow-page.module.css';
import { FlowHeader } from './flow-header.tsx';
import { PageMessage } from './page-message.tsx';
import { RightPanel } from './right-panel.tsx';

/** The editor of one flow. */
export function FlowPage({ id }: { readonly id: string }): React.ReactElement {
  const { t } = useTexts();
  const [problem, setProblem] = useState<unknown>();
  const isOpen = useEditor(({ flowId }) => flowId === id);
  const isReading = useSource(({ place }) => place !== undefined);
  const isComparing = useComparison(({ shown }) => shown !== undefined);
  const isInside = useOpenInsides(({ shown }) => shown !== undefined);
  const isCalling = useApiPanel((panel) => panel.isOpen);
  const isPainted = useIsPainted(isOpen);
  const isRightOpen = usePanels((panels) => panels.isRightOpen);
  useEffect(() => {
    if (useEditor.getState().flowId !== id) openFlow(id).catch(setProblem);
    return () => {
      void saveNow().catch(() => undefined);
      leaveRun();
      closeFlow();
    };
  }, [id]);
  if (problem instanceof ApiProblem && problem.status === 404)
    return <PageMessage isWhole text={t('shell.flow-gone', { id })} withWayBack />;
  if (problem !== undefined) return <PageMessage isWhole problem={problem} withWayBack />;
  if (!isOpen) return <PageMessage isWhole text={t('shell.loading')} />;
  return (
    <div className={styles.page} data-right={isRightOpen ? 'open' : 'folded'}>
      {isPainted ? <FlowHeader /> : <div className={styles.header} />}
      <div className={styles.middle}>
        <div className={styles.workplace} inert={isReading || isComparing || isInside || isCalling}>
          <FlowBanners />
          <main className={styles.canvas}>
            <FlowCanvas />
            <FlowSearch />
          </main>
          <BottomPanel />
        </div>
        <ApiPanel flowId={id} />
        <OpenInsides />
        <RunComparison />
        <SourceReader />
        <EnlargedField />
      </div>
      {isPainted && <RightPanel />}
      <ProblemsAnnouncer />
      <ConflictDialog />
    </div>
  );
}

/** Whether a flow has been on the screen since the page was loaded: then the code has warmed up, and nothing need wait. */
let hasShownFlow = false;

/** False until the first canvas is on the screen: what stands beside it comes right after, so that a flow is there the sooner. */
function useIsPainted(isOpen: boolean): boolean {
  const [isPainted, setPainted] = useState(hasShownFlow);
  useEffect(() => {
    if (!isOpen || hasShownFlow) return undefined;
    const draw = (): void => {
      hasShownFlow = true;
      startTransition(() => setPainted(true));
    };
    // The frame after the next; a hidden tab draws none, and waits no longer than the timer.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(draw)));
    const timer = setTimeout(draw, 250);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isOpen]);
  return isPainted;
}
