import { VisuallyHidden } from '@mantine/core';
import type { Thoughts } from '@jacquard/protocol';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { moveByRows } from './move-by-rows.ts';
import { OriginMark, StateMark, ValueChip } from './thought-marks.tsx';
import styles from './thought-outline.module.css';
import { thoughtRows, type ThoughtRow } from './thought-rows.ts';
import { thoughtName } from './thought-words.ts';

export interface ThoughtFormProps {
  readonly thoughts: Thoughts;
  readonly active: string | undefined;
  readonly onActive: (id: string) => void;
}

/** Pixels; that of the style sheet. */
const rowHeight = 30;

/** Thoughts as indented lines; only those in sight are drawn. Up and down go from line to line, left and right fold and unfold. */
export function ThoughtOutline({ thoughts, active, onActive }: ThoughtFormProps): React.ReactElement {
  const { t } = useTexts();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => thoughtRows(thoughts, folded), [thoughts, folded]);
  const at = rows.findIndex(({ thought }) => thought.id === active);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
    // The place moves as thoughts come in between; only a person's choice scrolls.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [active, virtual]);
  const toggle = (thought: string): void => {
    const next = new Set(folded);
    if (!next.delete(thought)) next.add(thought);
    setFolded(next);
  };
  return (
    <div
      ref={scroller}
      className={styles.outline}
      role="tree"
      aria-label={t('reasoning.tree')}
      aria-activedescendant={at >= 0 ? `${id}${at}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => moveByRows(event, rows, at, onActive, toggle)}
    >
      <div className={styles.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <OutlineRow
                key={row.thought.id}
                id={`${id}${index}`}
                row={row}
                top={start}
                best={thoughts.best}
                isActive={index === at}
                onActive={onActive}
                onToggle={toggle}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface OutlineRowProps {
  readonly id: string;
  readonly row: ThoughtRow;
  readonly top: number;
  readonly best: number | undefined;
  readonly isActive: boolean;
  readonly onActive: (id: string) => void;
  readonly onToggle: (id: string) => void;
}

function OutlineRow({ id, row, top, best, isActive, onActive, onToggle }: OutlineRowProps): React.ReactElement {
  const { t, language } = useTexts();
  const { thought, indent, hasChildren, isFolded, place, siblings } = row;
  const Fold = isFolded ? ChevronRight : ChevronDown;
  return (
    // The keys of a tree are those of the whole of it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      className={styles.row}
      style={{ top, paddingLeft: 4 + Math.min(indent - 1, 12) * 14 }}
      role="treeitem"
      aria-level={indent}
      aria-setsize={siblings}
      aria-posinset={place}
      aria-selected={isActive}
      aria-expanded={hasChildren ? !isFolded : undefined}
      data-state={thought.state}
      data-path={thought.isOnPath}
      onClick={() => onActive(thought.id)}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        className={styles.fold}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          onToggle(thought.id);
        }}
      >
        {hasChildren && <Fold size={13} />}
      </span>
      <VisuallyHidden>{thoughtName(thought, t, language)}</VisuallyHidden>
      <StateMark thought={thought} />
      <OriginMark thought={thought} />
      <span className={styles.text} title={thought.text.slice(0, 500)} aria-hidden>
        {thought.text.trim().slice(0, 300) || t('reasoning.empty-text')}
      </span>
      {thought.value !== undefined && <ValueChip value={thought.value} best={best} isSaid />}
    </div>
  );
}
