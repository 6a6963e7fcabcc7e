import type { TimelineRow } from '@jacquard/canvas';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';
import { goToStep } from './go-to-step.ts';
import type { Relation } from './relations-of.ts';
import { rowText } from './row-text.ts';
import { titleOf } from './title-of.ts';
import { TimelineBar } from './timeline-bar.tsx';
import type { TimelineGridProps } from './timeline-grid.tsx';
import lanes from './timeline-lanes.module.css';
import styles from './timeline.module.css';

interface TimelineRowViewProps extends TimelineGridProps {
  readonly row: TimelineRow;
  readonly index: number;
  /** Pixels from the top of all rows. */
  readonly top: number;
  readonly relation: Relation | undefined;
}

/** One row: name, bar, and what came of it in words. */
export const TimelineRowView = memo(function TimelineRowView(props: TimelineRowViewProps): React.ReactElement {
  const { model, row, index, top, relation, window, active, onActive, onHover } = props;
  const { t, language } = useTexts();
  const text = rowText(row, model.now, t, language);
  const isCritical = model.critical?.places.has(row.path) ?? false;
  return (
    <div
      id={`timeline-row-${index}`}
      role="row"
      className={styles.row}
      aria-level={row.depth + 1}
      aria-rowindex={index + 2}
      {...(row.inside > 0 && { 'aria-expanded': row.isOpen })}
      data-active={index === active}
      data-relation={relation}
      data-critical={isCritical}
      style={{ transform: `translateY(${top}px)` }}
      onPointerEnter={() => onHover(index)}
      onClick={() => onActive(index)}
      onDoubleClick={() => goToStep(row.path)}
    >
      <RowName {...props} />
      <div className={lanes.lane} role="gridcell" data-critical={isCritical}>
        <TimelineBar row={row} window={window} start={model.view.startedAt ?? 0} isCritical={isCritical} />
        <span className={styles.hidden}>{isCritical ? t('runs.is-critical') : ''}</span>
      </div>
      <span className={styles.laneText} role="gridcell" title={text}>
        {text}
      </span>
    </div>
  );
});

function RowName({ model, row, onToggle }: TimelineRowViewProps): React.ReactElement {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const title = titleOf(model, row.path, descriptors, language);
  const { turn } = row;
  const name = row.step || turn === undefined ? title : t('runs.turn', { number: turn + 1 });
  return (
    <div className={styles.name} role="gridcell" style={{ paddingLeft: row.depth * 14 }}>
      {row.inside > 0 ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          aria-label={row.isOpen ? t('runs.fold', { name }) : t('runs.unfold', { name })}
          onClick={() => onToggle(row.path)}
        >
          {row.isOpen ? <ChevronDown size={13} /> : <ChevronRight size={13} />}
        </button>
      ) : (
        <span className={styles.noFold} />
      )}
      <button type="button" tabIndex={-1} className={styles.rowName} title={name} onClick={() => goToStep(row.path)}>
        {name}
        {row.step && turn !== undefined && (
          <span className={styles.turn}> · {t('runs.of-turn', { number: turn + 1 })}</span>
        )}
      </button>
    </div>
  );
}
