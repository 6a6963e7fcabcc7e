import type { TimelineRow } from '@jacquard/canvas';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { goToStep } from './go-to-step.ts';
import { relationOf, relationsOf } from './relations-of.ts';
import { rowHeight } from './row-height.ts';
import { TimeAxis } from './time-axis.tsx';
import { panWindow, zoomWindow, type TimeWindow } from './time-window.ts';
import { TimelineLinks } from './timeline-links.tsx';
import type { TimelineModel } from './timeline-model.ts';
import { TimelineRowView } from './timeline-row.tsx';
import { useLaneWheel } from './use-lane-wheel.ts';
import styles from './timeline.module.css';

/** Pixels; that of the style sheet. */
const axisHeight = 20;

export interface TimelineGridProps {
  readonly model: TimelineModel;
  readonly window: TimeWindow;
  readonly onZoom: (window: TimeWindow | undefined) => void;
  readonly active: number;
  readonly onActive: (row: number) => void;
  readonly onHover: (row: number | undefined) => void;
  readonly onFocus: (isFocused: boolean) => void;
  /** The row whose causes and effects are shown. */
  readonly shown: TimelineRow | undefined;
  readonly onToggle: (path: string) => void;
}

/** The rows under their axis; only those in sight are drawn. Arrow keys move, Enter shows the node, left and right fold. */
export function TimelineGrid(props: TimelineGridProps): React.ReactElement {
  const { model, window, active, shown, onHover, onFocus } = props;
  const { t } = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = model;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: axisHeight,
    scrollPaddingStart: axisHeight,
  });
  useLaneWheel(scroller, props);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) virtual.scrollToIndex(active);
    isFirst.current = false;
  }, [active, virtual]);
  const relations = relationsOf(model, shown);
  return (
    <div
      className={styles.grid}
      role="treegrid"
      aria-label={t('panels.timeline-label')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={`timeline-row-${active}`}
      tabIndex={0}
      onKeyDown={(event) => moveByKey(event, props)}
      onFocus={() => onFocus(true)}
      onBlur={() => onFocus(false)}
    >
      <div ref={scroller} className={styles.scroller} role="presentation" onPointerLeave={() => onHover(undefined)}>
        <TimeAxis window={window} />
        <div className={styles.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <TimelineRowView
                  key={row.path}
                  {...props}
                  row={row}
                  index={index}
                  top={start - axisHeight}
                  relation={relationOf(relations, index)}
                />
              )
            );
          })}
          <TimelineLinks model={model} window={window} relations={relations} />
        </div>
      </div>
    </div>
  );
}

function moveByKey(event: React.KeyboardEvent, props: TimelineGridProps): void {
  const { model, window, active, onActive, onZoom, onToggle } = props;
  const { rows, length } = model;
  const row = rows[active];
  const width = window.to - window.from;
  const moves: Readonly<Record<string, () => void>> = {
    ArrowUp: () => onActive(Math.max(0, active - 1)),
    ArrowDown: () => onActive(Math.min(rows.length - 1, active + 1)),
    Home: () => onActive(0),
    End: () => onActive(rows.length - 1),
    PageUp: () => onActive(Math.max(0, active - 10)),
    PageDown: () => onActive(Math.min(rows.length - 1, active + 10)),
    Enter: () => row && goToStep(row.path),
    ArrowRight: () => {
      if (event.shiftKey) onZoom(panWindow(window, width / 4, length));
      else if (row && row.inside > 0 && !row.isOpen) onToggle(row.path);
      else onActive(Math.min(rows.length - 1, active + 1));
    },
    ArrowLeft: () => {
      if (event.shiftKey) onZoom(panWindow(window, -width / 4, length));
      else if (row?.isOpen) onToggle(row.path);
      else onActive(Math.max(0, parentOf(rows, active)));
    },
    '+': () => onZoom(zoomWindow(window, 0.5, (window.from + window.to) / 2, length)),
    '-': () => onZoom(zoomWindow(window, 2, (window.from + window.to) / 2, length)),
    '0': () => onZoom(undefined),
  };
  const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}

function parentOf(rows: readonly TimelineRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  for (let index = at - 1; index >= 0; index -= 1) if ((rows[index]?.depth ?? 0) < depth) return index;
  return at;
}
