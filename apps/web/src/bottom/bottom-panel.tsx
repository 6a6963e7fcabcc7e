import { ActionIcon } from '@mantine/core';
import { PanelBottomClose, PanelBottomOpen } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import styles from '../shell/flow-page.module.css';
import { Tabs } from '../shell/tabs.tsx';
import { useEditor } from '../state/editor-store.ts';
import { openBottom, usePanels, type BottomTab } from '../state/panel-store.ts';
import { BottomEdge } from './bottom-edge.tsx';
import { ProblemsList } from './problems-list.tsx';
import { RunsList } from './runs/runs-list.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { ValuesPanel } from './values-panel.tsx';

/** What happened: timeline, problems, runs, values. */
export function BottomPanel(): React.ReactElement {
  const { t } = useTexts();
  const { isBottomOpen, bottomTab, bottomHeight } = usePanels();
  const problems = useEditor(({ derived }) => derived?.issues.length ?? 0);
  const hasErrors = useEditor(({ derived }) => derived?.issues.some(({ severity }) => severity === 'error') ?? false);
  const isOurs = useEditor(({ flowId }) => flowId !== undefined);
  const shownTab = isOurs || isOfFile(bottomTab) ? bottomTab : 'timeline';
  const tabs = [
    { name: 'timeline', label: t('shell.timeline') },
    { name: 'problems', label: t('shell.problems'), count: problems, isAlarming: hasErrors },
    { name: 'runs', label: t('shell.runs') },
    { name: 'values', label: t('shell.values') },
  ] as const;
  return (
    <section className={styles.bottom} aria-label={t('access.bottom')}>
      {isBottomOpen && <BottomEdge />}
      <Tabs
        label={t('access.bottom')}
        value={shownTab}
        onChange={openBottom}
        items={isOurs ? tabs : tabs.filter(({ name }) => isOfFile(name))}
      >
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={isBottomOpen ? t('shell.fold-bottom') : t('shell.unfold-bottom')}
          onClick={() => usePanels.setState({ isBottomOpen: !isBottomOpen })}
        >
          {isBottomOpen ? <PanelBottomClose size={16} /> : <PanelBottomOpen size={16} />}
        </ActionIcon>
      </Tabs>
      {isBottomOpen && (
        <div className={styles.bottomBody} style={{ height: bottomHeight }} role="tabpanel">
          {shownTab === 'timeline' && <Timeline />}
          {shownTab === 'problems' && <ProblemsList />}
          {shownTab === 'runs' && <RunsList />}
          {shownTab === 'values' && <ValuesPanel />}
        </div>
      )}
    </section>
  );
}

/** A run from a file has no flow of ours behind it, which would have problems and other runs. */
function isOfFile(tab: BottomTab): boolean {
  return tab === 'timeline' || tab === 'values';
}
