import { Menu } from '@mantine/core';
import { setCollapsed, type CanvasNode } from '@jacquard/canvas';
import {
  ArrowDownToLine,
  CornerDownRight,
  Group,
  Layers,
  Maximize2,
  Minimize2,
  Save,
  Shapes,
  Ungroup,
} from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';
import { later } from '../../values/later.tsx';
import { enterScope } from './entered-store.ts';
import { groupSelection, groupsOfSelection, takeOutSelection } from './group-actions.ts';
import {
  calledFlow,
  dissolveSubFlow,
  openCalledFlow,
  openCalledFlowHere,
  saveSubFlow,
  wrapSelection,
} from './sub-flow-actions.ts';

/** Moves nodes into a loop or out of it; comes with the first menu. */
export const ScopeMoveItems = later(async () => (await import('./scope-move-items.tsx')).ScopeMoveItems);

/** What can be done with a loop or a sub-flow: go in, fold it, take it apart, make a flow of it. */
export function ScopeItems({ canvasNode }: { readonly canvasNode: CanvasNode }): React.ReactElement | null {
  const { t } = useTexts();
  const { id, node, descriptor, isCollapsed, position } = canvasNode;
  if (calledFlow(canvasNode) !== undefined) {
    return (
      <>
        <Menu.Item leftSection={<CornerDownRight size={14} />} onClick={() => void openCalledFlow(canvasNode)}>
          {t('structure.open')}
        </Menu.Item>
        <Menu.Item leftSection={<ArrowDownToLine size={14} />} onClick={() => void openCalledFlowHere(canvasNode)}>
          {t('structure.open-here')}
        </Menu.Item>
        <Menu.Divider />
      </>
    );
  }
  if (!node.nodes) return null;
  return (
    <>
      <Menu.Item leftSection={<CornerDownRight size={14} />} onClick={() => enterScope(id)}>
        {t('structure.open')}
      </Menu.Item>
      <Menu.Item
        leftSection={isCollapsed ? <Maximize2 size={14} /> : <Minimize2 size={14} />}
        onClick={() => changeFlow(setCollapsed(id, !isCollapsed, position))}
      >
        {isCollapsed ? t('structure.expand') : t('structure.collapse')}
      </Menu.Item>
      {descriptor?.role === 'sub-flow' && (
        <>
          <Menu.Item leftSection={<Shapes size={14} />} onClick={() => dissolveSubFlow(canvasNode)}>
            {t('structure.dissolve')}
          </Menu.Item>
          <Menu.Item leftSection={<Save size={14} />} onClick={() => void saveSubFlow(canvasNode)}>
            {t('structure.save-as-flow')}
          </Menu.Item>
        </>
      )}
      <Menu.Divider />
    </>
  );
}

/** What can be done with one or several nodes together. `id`: a node that is selected first, if it isn't. */
export function GroupItems({ id }: { readonly id?: string }): React.ReactElement {
  const { t } = useTexts();
  const take = (): void => {
    const { nodes } = useEditor.getState().selection;
    if (id !== undefined && !nodes.includes(id)) select({ nodes: [id] });
  };
  const isGrouped = useEditor(() => groupsOfSelection().length > 0);
  return (
    <>
      <Menu.Item
        leftSection={<Group size={14} />}
        onClick={() => {
          take();
          groupSelection(t('structure.group-new'));
        }}
      >
        {t('structure.group-do')}
      </Menu.Item>
      {isGrouped && (
        <Menu.Item leftSection={<Ungroup size={14} />} onClick={takeOutSelection}>
          {t('structure.group-leave')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<Layers size={14} />}
        onClick={() => {
          take();
          wrapSelection();
        }}
      >
        {t('structure.wrap')}
      </Menu.Item>
    </>
  );
}
