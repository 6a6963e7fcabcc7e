import type { Node, NodeProps } from '@xyflow/react';
import { editGroup, type ViewGroup } from '@jacquard/canvas';
import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import { GroupMenu } from './group-menu.tsx';
import { GroupState } from './group-state.tsx';
import { GroupTitle } from './group-title.tsx';
import styles from './group.module.css';
import { toneOf } from './tone-of.ts';

/** An open group as React Flow holds it. */
export type GroupFrameNode = Node<{ readonly group: ViewGroup }, 'group-frame'>;

/** A labelled frame around the nodes of a group. Its title moves them all. */
export const GroupFrame = memo(
  function GroupFrame({ data: { group } }: NodeProps<GroupFrameNode>): React.ReactElement {
    const { t } = useTexts();
    const { id, title, color, nodes } = group;
    return (
      <div
        className={styles.frame}
        role="group"
        aria-label={t('structure.group', { title, count: nodes.length })}
        style={{ '--tone': toneOf(color) }}
      >
        <div className={`${styles.head} group-title`}>
          <button
            type="button"
            className={`${styles.fold} nodrag`}
            aria-expanded
            aria-label={t('structure.collapse-group', { title })}
            title={t('structure.collapse')}
            onClick={() => changeFlow(editGroup(id, { collapsed: true }))}
          >
            <ChevronDown size={15} />
          </button>
          <GroupTitle group={group} />
          <span className={styles.space} />
          <GroupState group={group} />
          <GroupMenu group={group} />
        </div>
      </div>
    );
  },
  (before, after) => before.data.group === after.data.group,
);
