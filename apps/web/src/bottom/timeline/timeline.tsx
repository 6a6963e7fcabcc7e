import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './timeline.module.css';
import { analyseRun, layOutTimeline, type TimelineModel } from './timeline-model.ts';
import { TimelineGrid } from './timeline-grid.tsx';
import { TimelineHead } from './timeline-head.tsx';
import type { TimeWindow } from './time-window.ts';
import { useRunSnapshot } from './use-run-snapshot.ts';

/** What each node did when, what it waited for, and which chain of nodes determined the run's length; live. */
export function Timeline(): React.ReactElement {
  const { t } = useTexts();
  const snapshot = useRunSnapshot();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(nothing);
  const analysis = useMemo(() => analyseRun(snapshot), [snapshot]);
  const model = useMemo(() => analysis && layOutTimeline(analysis, toggled), [analysis, toggled]);
  if (!model) return <p className={styles.empty}>{t('panels.timeline-empty')}</p>;
  const toggle = (path: string): void => {
    const next = new Set(toggled);
    if (!next.delete(path)) next.add(path);
    setToggled(next);
  };
  return <RunTimeline key={model.view.runId} model={model} onToggle={toggle} />;
}

const nothing: ReadonlySet<string> = new Set();

interface RunTimelineProps {
  readonly model: TimelineModel;
  readonly onToggle: (path: string) => void;
}

function RunTimeline({ model, onToggle }: RunTimelineProps): React.ReactElement {
  const [zoomed, setZoomed] = useState<TimeWindow>();
  const [active, setActive] = useState(0);
  const [hovered, setHovered] = useState<number>();
  const [isFocused, setFocused] = useState(false);
  const whole = useMemo(() => ({ from: 0, to: model.length }), [model.length]);
  const shown = hovered ?? (isFocused ? active : undefined);
  const row = shown === undefined ? undefined : model.rows[shown];
  return (
    <div className={`${styles.timeline} tabular`}>
      <TimelineHead model={model} row={row} zoomed={zoomed} onZoom={setZoomed} />
      <TimelineGrid
        model={model}
        window={zoomed ?? whole}
        onZoom={setZoomed}
        active={Math.min(active, model.rows.length - 1)}
        onActive={setActive}
        onHover={setHovered}
        onFocus={setFocused}
        shown={row}
        onToggle={onToggle}
      />
    </div>
  );
}
