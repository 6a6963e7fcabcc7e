import { editGroup, type ViewGroup } from '@jacquard/canvas';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow, select } from '../../state/editor-store.ts';
import cardStyles from '../nodes/node-card.module.css';
import styles from './group.module.css';
import { endNaming, nameGroup, useNaming } from './naming-store.ts';

/** A group's title: a click selects what is in the group, a double click writes it anew. */
export function GroupTitle({ group: { id, title, nodes } }: { readonly group: ViewGroup }): React.ReactElement {
  const { t } = useTexts();
  const isNaming = useNaming(({ group }) => group === id);
  if (!isNaming) {
    return (
      <button
        type="button"
        className={styles.title}
        title={title}
        aria-label={t('structure.group-select', { title })}
        onClick={(event) => {
          event.stopPropagation();
          select({ nodes: nodes.map((node) => node.id) });
        }}
        onDoubleClick={(event) => {
          event.stopPropagation();
          nameGroup(id);
        }}
      >
        {title}
      </button>
    );
  }
  return (
    <input
      className={`${cardStyles.rename} ${styles.naming} nodrag`}
      aria-label={t('structure.group-name')}
      defaultValue={title}
      maxLength={200}
      // The title was asked for: by a new group, a double click or the menu.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => {
        const written = event.currentTarget.value.trim();
        endNaming();
        if (written !== '' && written !== title) changeFlow(editGroup(id, { title: written }));
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.currentTarget.value = title;
          event.currentTarget.blur();
        }
      }}
    />
  );
}
