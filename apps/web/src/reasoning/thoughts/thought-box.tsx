import { VisuallyHidden } from '@mantine/core';
import type { Thought } from '@jacquard/protocol';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './thought-drawing.module.css';
import { OriginMark, StateMark, ValueChip } from './thought-marks.tsx';
import { thoughtName } from './thought-words.ts';

interface ThoughtBoxProps {
  readonly id: string;
  readonly thought: Thought;
  /** Where it stands, in pixels of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly best: number | undefined;
  readonly siblings: readonly string[];
  readonly isActive: boolean;
  readonly onActive: (id: string) => void;
}

/** A thought in the drawing: how it begins, what it is worth, whether it was kept. While others scroll into sight it is not drawn again. */
export const ThoughtBox = memo(function ThoughtBox(props: ThoughtBoxProps): React.ReactElement {
  const { id, thought, x, y, width, height, best, siblings, isActive, onActive } = props;
  const { t, language } = useTexts();
  return (
    // The keys of a tree are those of the whole of it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      className={styles.box}
      style={{ translate: `${x}px ${y}px`, width, height }}
      role="treeitem"
      aria-level={thought.level}
      aria-setsize={siblings.length}
      aria-posinset={siblings.indexOf(thought.id) + 1}
      aria-selected={isActive}
      data-state={thought.state}
      data-path={thought.isOnPath}
      onClick={() => onActive(thought.id)}
    >
      <VisuallyHidden>{thoughtName(thought, t, language)}</VisuallyHidden>
      <StateMark thought={thought} />
      <OriginMark thought={thought} />
      <span className={styles.text} title={thought.text.slice(0, 500)} aria-hidden>
        {thought.text.trim().slice(0, 200) || t('reasoning.empty-text')}
      </span>
      {thought.value !== undefined && <ValueChip value={thought.value} best={best} isSaid />}
    </div>
  );
});
