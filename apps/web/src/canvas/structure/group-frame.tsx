import type { Node, NodeProps } from '@xyflow/react';
import type { ViewGroup } from '@jacquard/canvas';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { GroupHead } from './group-head.tsx';
import styles from './group.module.css';
import { toneOf } from './tone-of.ts';

/** An open group as React Flow holds it. */
export type GroupFrameNode = Node<{ readonly group: ViewGroup }, 'group-frame'>;

/** A labelled frame around the nodes of a group. Its title moves them all. */
export const GroupFrame = memo(
  function GroupFrame({ data: { group } }: NodeProps<GroupFrameNode>): React.ReactElement {
    const { t } = useTexts();
    const { title, color, nodes } = group;
    return (
      <div
        className={styles.frame}
        role="group"
        aria-label={t('structure.group', { title, count: nodes.length })}
        style={{ '--tone': toneOf(color) }}
      >
        <GroupHead group={group} isFolded={false} />
      </div>
    );
  },
  (before, after) => before.data.group === after.data.group,
);
