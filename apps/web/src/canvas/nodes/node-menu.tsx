import { ActionIcon, Menu } from '@mantine/core';
import { setDisabled, type CanvasNode } from '@jacquard/canvas';
import { Copy, EllipsisVertical, Pencil, Play, Power, Replace, SkipForward, Trash2, Unlink2 } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import { PinItems } from '../../pins/pin-items.tsx';
import { runAsWished } from '../../state/run-as-wished.ts';
import { duplicateNodes } from '../actions/clipboard.ts';
import { deleteNodes, joinAround } from '../actions/delete-nodes.ts';
import { askToReplace } from '../actions/replace-by-type.ts';
import { useAdding } from '../add/add-store.ts';
import { useNaming } from '../structure/naming-store.ts';
import { GroupItems, ScopeItems, ScopeMoveItems } from '../structure/structure-items.tsx';
import { UnfoldItem } from '../structure/unfold-item.tsx';
import { openNodeMenu, renameNode, useNodeAsk } from './node-ask-store.ts';
import styles from './node-card.module.css';

interface NodeMenuProps {
  readonly canvasNode: CanvasNode;
  /** Then the focus stays in the field of the name when the menu closes. */
  readonly isRenaming: boolean;
}

/** What can be done with one node. */
export function NodeMenu({ canvasNode, isRenaming }: NodeMenuProps): React.ReactElement {
  const { t } = useTexts();
  const { id } = canvasNode;
  const isOpen = useNodeAsk(({ menu }) => menu === id);
  const isChoosing = useAdding(({ asked }) => asked !== undefined);
  const isNaming = useNaming(({ group }) => group !== undefined);
  return (
    <Menu
      position="bottom-end"
      withinPortal
      opened={isOpen}
      onChange={(opened) => openNodeMenu(opened ? id : undefined)}
      returnFocus={!isRenaming && !isChoosing && !isNaming}
    >
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          className={`${styles.menu} nodrag`}
          aria-label={t('canvas.node-menu')}
        >
          <EllipsisVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className="nodrag nopan">
        <RunItems canvasNode={canvasNode} />
        <ScopeItems canvasNode={canvasNode} />
        <UnfoldItem canvasNode={canvasNode} />
        <EditItems canvasNode={canvasNode} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface ItemsProps {
  readonly canvasNode: CanvasNode;
}

function RunItems({ canvasNode }: ItemsProps): React.ReactElement | null {
  const { t } = useTexts();
  const { id, node, descriptor } = canvasNode;
  if (!descriptor || ['flow-input', 'component'].includes(descriptor.role)) return null;
  const isOff = node.disabled === true;
  return (
    <>
      <Menu.Item leftSection={<Play size={14} />} disabled={isOff} onClick={() => void runAsWished({ target: id })}>
        {t('canvas.run-to')}
      </Menu.Item>
      {descriptor.role !== 'flow-output' && (
        <Menu.Item
          leftSection={<SkipForward size={14} />}
          disabled={isOff}
          onClick={() => void runAsWished({ from: id })}
        >
          {t('canvas.run-from')}
        </Menu.Item>
      )}
      <Menu.Divider />
      <PinItems canvasNode={canvasNode} />
    </>
  );
}

function EditItems({ canvasNode: { id, node } }: ItemsProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      <Menu.Item leftSection={<Pencil size={14} />} onClick={() => renameNode(id)}>
        {t('canvas.rename')}
      </Menu.Item>
      <Menu.Item leftSection={<Copy size={14} />} onClick={() => duplicateNodes([id])}>
        {t('canvas.duplicate')}
      </Menu.Item>
      {!node.nodes && (
        <Menu.Item leftSection={<Replace size={14} />} onClick={() => askToReplace(id)}>
          {t('build.replace')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<Power size={14} />}
        onClick={() => changeFlow(setDisabled([id], node.disabled !== true))}
      >
        {node.disabled === true ? t('canvas.enable') : t('canvas.disable')}
      </Menu.Item>
      <Menu.Divider />
      <GroupItems id={id} />
      <ScopeMoveItems id={id} />
      <Menu.Divider />
      <Menu.Item leftSection={<Unlink2 size={14} />} onClick={() => joinAround([id])}>
        {t('build.delete-join')}
      </Menu.Item>
      <Menu.Item leftSection={<Trash2 size={14} />} color="var(--err)" onClick={() => deleteNodes([id])}>
        {t('canvas.delete')}
      </Menu.Item>
    </>
  );
}
