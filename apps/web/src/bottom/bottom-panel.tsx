import { ActionIcon } from '@mantine/core';
import { PanelBottomClose, PanelBottomOpen } from 'lucide-react';
import { addLaterTexts, useTexts } from '../i18n/i18n.ts';
import styles from '../shell/flow-page.module.css';
import { Tabs } from '../shell/tabs.tsx';
import { useEditor } from '../state/editor-store.ts';
import { openBottom, usePanels, type BottomTab } from '../state/panel-store.ts';
import { BottomEdge } from './bottom-edge.tsx';
import { useRun } from '../state/run-store.ts';
import { later } from '../values/later.tsx';
import bottomStyles from './bottom.module.css';

const ProblemsList = later(async () => (await import('./problems-list.tsx')).ProblemsList);
const RunsList = later(async () => (await import('./runs/runs-list.tsx')).RunsList);
const TestsPanel = later(
  async () => (await Promise.all([import('../flow-tests/tests-panel.tsx'), addLaterTexts()]))[0].TestsPanel,
);
const Timeline = later(async () => (await import('./timeline/timeline.tsx')).Timeline);
const ValuesPanel = later(async () => (await import('./values-panel.tsx')).ValuesPanel);

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
    { name: 'tests', label: t('shell.tests') },
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
          {shownTab === 'timeline' && <TimelineOfRun />}
          {shownTab === 'problems' && <ProblemsList />}
          {shownTab === 'runs' && <RunsList />}
          {shownTab === 'tests' && <TestsPanel />}
          {shownTab === 'values' && <ValuesPanel />}
        </div>
      )}
    </section>
  );
}

/** Before the first run nothing of the timeline is needed but what it is for. */
function TimelineOfRun(): React.ReactElement {
  const { t } = useTexts();
  const hasRun = useRun(({ view }) => view !== undefined);
  return hasRun ? <Timeline /> : <p className={bottomStyles.empty}>{t('panels.timeline-empty')}</p>;
}

/** A run from a file has no flow of ours behind it, which would have problems and other runs. */
function isOfFile(tab: BottomTab): boolean {
  return tab === 'timeline' || tab === 'values';
}
