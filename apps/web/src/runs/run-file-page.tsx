import { useEffect } from 'react';
import { BottomPanel } from '../bottom/bottom-panel.tsx';
import { FlowCanvas } from '../canvas/flow-canvas.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { OpenInsides } from '../reasoning/open-insides.tsx';
import { useOpenInsides } from '../reasoning/open-insides-store.ts';
import { NodeInspector } from '../inspector/node-inspector.tsx';
import { FlowBanners } from '../shell/flow-banners.tsx';
import styles from '../shell/flow-page.module.css';
import { closeFlow, useEditor } from '../state/editor-store.ts';
import { followLink } from '../state/follow-link.ts';
import { openBottom } from '../state/panel-store.ts';
import { navigate } from '../state/route.ts';
import { leaveRun, showRunOfFile } from '../state/run-store.ts';
import { useRunFile } from './open-run-file.ts';
import fileStyles from './run-file-page.module.css';

/** A run from a file, read only: its canvas, timeline and values. Nothing of it is stored; a reload forgets it. */
export function RunFilePage(): React.ReactElement | null {
  const { t } = useTexts();
  const file = useRunFile((state) => state.file);
  const isShown = useEditor(({ peek }) => peek?.of === 'run');
  const isInside = useOpenInsides(({ shown }) => shown !== undefined);
  useEffect(() => {
    if (!file) {
      navigate('/flows', { replace: true });
      return undefined;
    }
    closeFlow();
    openBottom('timeline');
    showRunOfFile(file.view, file.name);
    return () => {
      leaveRun();
      closeFlow();
    };
  }, [file]);
  if (!file || !isShown) return null;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <a className={styles.crumb} href="/flows" onClick={followLink}>
          {t('shell.flows')}
        </a>
        <span className={styles.crumb}>/</span>
        <h1 className={fileStyles.name}>{file.view.flow?.name || file.name}</h1>
      </header>
      <div className={styles.middle}>
        <div className={styles.workplace} inert={isInside}>
          <FlowBanners />
          <main className={styles.canvas}>
            <FlowCanvas />
          </main>
          <BottomPanel />
        </div>
        <OpenInsides />
      </div>
      <aside className={styles.right} aria-label={t('shell.node')}>
        <NodeInspector />
      </aside>
    </div>
  );
}
