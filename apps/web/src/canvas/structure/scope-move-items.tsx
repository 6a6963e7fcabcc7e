import { isInterfaceRole } from '@jacquard/flow';
import { Menu } from '@mantine/core';
import { LogIn, LogOut } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { useTexts } from '../../i18n/i18n.ts';
import { useEditor, type EditorState } from '../../state/editor-store.ts';
import { loadPart } from '../../values/load-part.ts';
import { titleOf } from '../ports/port-names.ts';

/** More loops than these are offered in a menu of their own. */
const mostBeside = 3;

/**
 * Moves nodes into one of the loops and sub-flows beside them, or out of the one that they stand in: what dragging does, by a menu.
 * `id`: the node whose menu it is; with others that are selected it takes them along.
 */
export function ScopeMoveItems({ id }: { readonly id?: string }): React.ReactElement | null {
  const { t, language } = useTexts();
  const ids = useEditor(
    useShallow(({ selection: { nodes } }) => (id === undefined || nodes.includes(id) ? nodes : [id])),
  );
  const beside = useEditor(useShallow((state) => scopesBeside(state, ids)));
  const around = useEditor(({ derived }) => derived?.canvas.nodes.find((one) => one.id === ids[0])?.parent);
  const into = beside.map((scope) => (
    <Menu.Item key={scope} leftSection={<LogIn size={14} />} onClick={() => void moveInto(ids, scope)}>
      {t('structure.move-into', { name: titleOf(scope, language) })}
    </Menu.Item>
  ));
  return (
    <>
      {into.length > mostBeside ? (
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<LogIn size={14} />}>{t('structure.move-into-one')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown className="nodrag nopan">{into}</Menu.Sub.Dropdown>
        </Menu.Sub>
      ) : (
        into
      )}
      {around !== undefined && (
        <Menu.Item leftSection={<LogOut size={14} />} onClick={() => void moveOut(ids)}>
          {t('structure.move-out', { name: titleOf(around, language) })}
        </Menu.Item>
      )}
    </>
  );
}

/** The scopes that stand beside the nodes, when one of them can go in. */
function scopesBeside({ derived }: EditorState, ids: readonly string[]): readonly string[] {
  const nodes = derived?.canvas.nodes ?? [];
  const chosen = nodes.filter(({ id }) => ids.includes(id));
  const movable = chosen.find(({ descriptor }) => !isInterfaceRole(descriptor?.role));
  if (!movable) return [];
  return nodes
    .filter(({ id, node, parent }) => node.nodes && parent === movable.parent && !ids.includes(id))
    .map(({ id }) => id);
}

async function moveInto(ids: readonly string[], scope: string): Promise<void> {
  const part = await loadPart(async () => import('./move-by-menu.ts'));
  part.moveInto(ids, scope);
}

async function moveOut(ids: readonly string[]): Promise<void> {
  const part = await loadPart(async () => import('./move-by-menu.ts'));
  part.moveOut(ids);
}
