import type { Node, NodeProps } from '@xyflow/react';
import type { Crossings, ViewGroup } from '@jacquard/canvas';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { CrossingRow } from './crossing-row.tsx';
import { GroupHead } from './group-head.tsx';
import styles from './group.module.css';
import { toneOf } from './tone-of.ts';

/** A folded group as React Flow holds it. */
export type GroupBoxNode = Node<{ readonly group: ViewGroup; readonly crossings: Crossings }, 'group-box'>;

/** A group as one box: its title, how many nodes it holds, how they stand, and the wires that cross its edge. */
export const GroupBox = memo(
  function GroupBox({ data: { group, crossings }, selected }: NodeProps<GroupBoxNode>): React.ReactElement {
    const { t } = useTexts();
    const { title, color, nodes } = group;
    return (
      <div
        className={styles.box}
        role="group"
        aria-label={t('structure.group', { title, count: nodes.length })}
        data-selected={selected}
        style={{ '--tone': toneOf(color) }}
      >
        <GroupHead group={group} isFolded={true} />
        <p className={styles.count}>{t('structure.nodes', { count: nodes.length })}</p>
        {crossings.inputs.map((port) => (
          <CrossingRow key={port.handle} port={port} side="in" />
        ))}
        {crossings.outputs.map((port) => (
          <CrossingRow key={port.handle} port={port} side="out" />
        ))}
      </div>
    );
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
);
