import { Menu } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { addNote, deleteSelection, setDisabled, type Position } from '@jacquard/canvas';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow, select, useEditor } from '../state/editor-store.ts';
import { askForNode } from './add/add-store.ts';
import { duplicateNodes } from './actions/clipboard.ts';
import { pasteText } from './actions/paste-text.ts';
import styles from './flow-canvas.module.css';
import { shownScope } from './structure/entered-store.ts';
import { writeNote } from './structure/naming-store.ts';
import { GroupItems, ScopeItems, ScopeMoveItems } from './structure/structure-items.tsx';
import { selectAll } from './use-canvas-keys.ts';

/** Where a menu was asked for, in pixels of the window, and whether on nodes or beside them. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly isOnNodes: boolean;
}

interface CanvasMenuProps {
  /** Closed when undefined. */
  readonly at: MenuPlace | undefined;
  readonly onClose: () => void;
}

/** What can be done at a place of the canvas, or with the nodes that are selected. */
export function CanvasMenu({ at, onClose }: CanvasMenuProps): React.ReactElement | null {
  const { screenToFlowPosition } = useReactFlow();
  if (!at) return null;
  return (
    <Menu opened onClose={onClose} position="bottom-start" key={`${at.x}/${at.y}`}>
      <Menu.Target>
        <span className={styles.contextAnchor} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {at.isOnNodes ? <NodesItems /> : <PlaceItems position={screenToFlowPosition(at)} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function PlaceItems({ position }: { readonly position: Position }): React.ReactElement {
  const { t } = useTexts();
  const hasSelection = useEditor(({ selection }) => selection.nodes.length > 0);
  const note = (): void => {
    const taken = useEditor.getState().history?.document.layout?.notes ?? {};
    let number = 1;
    while (Object.hasOwn(taken, `note-${number}`)) number += 1;
    changeFlow(addNote(`note-${number}`, position, ''));
    writeNote(`note-${number}`);
  };
  const paste = async (): Promise<void> => {
    const text = isSecureContext ? await navigator.clipboard.readText().catch(() => '') : '';
    pasteText(text, position);
  };
  return (
    <>
      <Menu.Item onClick={() => askForNode({ position })}>{t('canvas.add')}</Menu.Item>
      {shownScope() === undefined && <Menu.Item onClick={note}>{t('canvas.add-note')}</Menu.Item>}
      <Menu.Item onClick={() => void paste()}>{t('canvas.paste')}</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={selectAll}>{t('canvas.select-all')}</Menu.Item>
      {hasSelection && <GroupItems />}
    </>
  );
}

function NodesItems(): React.ReactElement {
  const { t } = useTexts();
  const ids = useEditor(({ selection }) => selection.nodes);
  const only = useEditor(({ derived, selection: { nodes } }) =>
    nodes.length === 1 ? derived?.canvas.nodes.find(({ id }) => id === nodes[0]) : undefined,
  );
  const isDisabled = useEditor(({ derived, selection: { nodes } }) =>
    nodes.every((id) => derived?.canvas.nodes.find((one) => one.id === id)?.node.disabled === true),
  );
  return (
    <>
      {only && <ScopeItems canvasNode={only} />}
      <GroupItems />
      <ScopeMoveItems />
      <Menu.Divider />
      <Menu.Item onClick={() => duplicateNodes(ids)}>{t('canvas.duplicate')}</Menu.Item>
      <Menu.Item onClick={() => changeFlow(setDisabled(ids, !isDisabled))}>
        {isDisabled ? t('canvas.enable') : t('canvas.disable')}
      </Menu.Item>
      <Menu.Item
        color="var(--err)"
        onClick={() => {
          changeFlow(deleteSelection({ nodes: ids }));
          select({});
        }}
      >
        {t('canvas.delete')}
      </Menu.Item>
    </>
  );
}
