import { ActionIcon, Menu } from '@mantine/core';
import { deleteSelection, setDisabled, type CanvasNode } from '@jacquard/canvas';
import { Copy, EllipsisVertical, Pencil, Play, Power, SkipForward, Trash2 } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import { useFlowInputs } from '../../state/flow-inputs-store.ts';
import { startRun } from '../../state/start-run.ts';
import { duplicateNodes } from '../actions/clipboard.ts';
import styles from './node-card.module.css';

interface NodeMenuProps {
  readonly canvasNode: CanvasNode;
  /** Then the focus stays in the field of the name when the menu closes. */
  readonly isRenaming: boolean;
  readonly onRename: () => void;
}

/** What can be done with one node. */
export function NodeMenu({ canvasNode, isRenaming, onRename }: NodeMenuProps): React.ReactElement {
  const { t } = useTexts();
  const { id, node, descriptor } = canvasNode;
  const isStep = descriptor && !['flow-input', 'component'].includes(descriptor.role);
  const run = (part: { target: string } | { from: string }): void => {
    void startRun({ inputs: useFlowInputs.getState().values, ...part });
  };
  return (
    <Menu position="bottom-end" withinPortal returnFocus={!isRenaming}>
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
        {isStep && (
          <>
            <Menu.Item leftSection={<Play size={14} />} onClick={() => run({ target: id })}>
              {t('canvas.run-to')}
            </Menu.Item>
            <Menu.Item leftSection={<SkipForward size={14} />} onClick={() => run({ from: id })}>
              {t('canvas.run-from')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<Pencil size={14} />} onClick={onRename}>
          {t('canvas.rename')}
        </Menu.Item>
        <Menu.Item leftSection={<Copy size={14} />} onClick={() => duplicateNodes([id])}>
          {t('canvas.duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Power size={14} />}
          onClick={() => changeFlow(setDisabled([id], node.disabled !== true))}
        >
          {node.disabled === true ? t('canvas.enable') : t('canvas.disable')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Trash2 size={14} />}
          color="red"
          onClick={() => changeFlow(deleteSelection({ nodes: [id] }))}
        >
          {t('canvas.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
