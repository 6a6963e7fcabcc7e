import { editGroup, type ViewGroup } from '@jacquard/canvas';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import { GroupMenu } from './group-menu.tsx';
import { GroupState } from './group-state.tsx';
import { GroupTitle } from './group-title.tsx';
import styles from './group.module.css';

interface GroupHeadProps {
  readonly group: ViewGroup;
  readonly isFolded: boolean;
}

/** What stands above a group, open or folded: folding, its title, how its nodes stand, and its menu. A frame is dragged by it. */
export function GroupHead({ group, isFolded }: GroupHeadProps): React.ReactElement {
  const { t } = useTexts();
  const { id, title } = group;
  const Chevron = isFolded ? ChevronRight : ChevronDown;
  return (
    <div className={isFolded ? styles.head : `${styles.head} group-title`}>
      <button
        type="button"
        className={`${styles.fold} nodrag`}
        aria-expanded={!isFolded}
        aria-label={isFolded ? t('structure.expand-group', { title }) : t('structure.collapse-group', { title })}
        title={isFolded ? t('structure.expand') : t('structure.collapse')}
        onClick={() => changeFlow(editGroup(id, { collapsed: !isFolded }))}
      >
        <Chevron size={15} />
      </button>
      <GroupTitle group={group} />
      <span className={styles.space} />
      <GroupState group={group} />
      <GroupMenu group={group} />
    </div>
  );
}
