import { Menu } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { addNote } from '@jacquard/canvas';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow, useEditor } from '../state/editor-store.ts';
import { askForNode } from './add/add-store.ts';
import { pasteText } from './actions/clipboard.ts';
import styles from './flow-canvas.module.css';
import { selectAll } from './use-canvas-keys.ts';

interface CanvasMenuProps {
  /** In pixels of the window; closed when undefined. */
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly onClose: () => void;
}

/** What can be done at a place of the canvas. */
export function CanvasMenu({ at, onClose }: CanvasMenuProps): React.ReactElement | null {
  const { t } = useTexts();
  const { screenToFlowPosition } = useReactFlow();
  const position = screenToFlowPosition(at ?? { x: 0, y: 0 });
  const note = (): void => {
    const taken = useEditor.getState().history?.document.layout?.notes ?? {};
    let number = 1;
    while (Object.hasOwn(taken, `note-${number}`)) number += 1;
    changeFlow(addNote(`note-${number}`, position, ''));
  };
  const paste = async (): Promise<void> => {
    const text = isSecureContext ? await navigator.clipboard.readText().catch(() => '') : '';
    pasteText(text, position);
  };
  if (!at) return null;
  return (
    <Menu opened onClose={onClose} position="bottom-start" key={`${at.x}/${at.y}`}>
      <Menu.Target>
        <span className={styles.contextAnchor} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => askForNode({ position })}>{t('canvas.add')}</Menu.Item>
        <Menu.Item onClick={note}>{t('canvas.add-note')}</Menu.Item>
        <Menu.Item onClick={() => void paste()}>{t('canvas.paste')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={selectAll}>{t('canvas.select-all')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
