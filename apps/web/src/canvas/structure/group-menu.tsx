import { ActionIcon, Menu } from '@mantine/core';
import { editGroup, themeColors, ungroup, type ViewGroup } from '@jacquard/canvas';
import { EllipsisVertical, Maximize2, Minimize2, Pencil, Plus, Ungroup } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import styles from './color-choice.module.css';
import { addSelectionToGroup, useAddable } from './group-actions.ts';
import { nameGroup, useNaming } from './naming-store.ts';
import { toneOf } from './tone-of.ts';

/** What can be done with a group. */
export function GroupMenu({ group }: { readonly group: ViewGroup }): React.ReactElement {
  const { t } = useTexts();
  const { id, color, isCollapsed, title } = group;
  const isNaming = useNaming((naming) => naming.group === id);
  const addable = useAddable(group);
  return (
    <Menu position="bottom-end" withinPortal returnFocus={!isNaming}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          className="nodrag"
          aria-label={t('structure.group-menu', { title })}
        >
          <EllipsisVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className="nodrag nopan">
        <Menu.Item leftSection={<Pencil size={14} />} onClick={() => nameGroup(id)}>
          {t('canvas.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={isCollapsed ? <Maximize2 size={14} /> : <Minimize2 size={14} />}
          onClick={() => changeFlow(editGroup(id, { collapsed: !isCollapsed }))}
        >
          {isCollapsed ? t('structure.expand') : t('structure.collapse')}
        </Menu.Item>
        {addable.length > 0 && (
          <Menu.Item leftSection={<Plus size={14} />} onClick={() => addSelectionToGroup(group)}>
            {t('structure.group-add', { count: addable.length })}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Ungroup size={14} />} onClick={() => changeFlow(ungroup(id))}>
          {t('structure.ungroup')}
        </Menu.Item>
        <Menu.Divider />
        <div className={styles.colors} role="group" aria-label={t('structure.color')}>
          {themeColors.map((one) => (
            <Menu.Item
              key={one}
              aria-current={one === color}
              aria-label={t(`structure.color-${one}`)}
              title={t(`structure.color-${one}`)}
              closeMenuOnClick={false}
              className={styles.color}
              style={{ '--tone': toneOf(one) }}
              onClick={() => changeFlow(editGroup(id, { color: one }))}
            />
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
