import { Menu } from '@mantine/core';
import { parseHandle } from '@jacquard/canvas';
import { ArrowLeft, ArrowRight, Eye, Plus, Trash2 } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow, wireOfId } from '../../state/editor-store.ts';
import { showPortValue } from '../../state/panel-store.ts';
import { askForNode } from '../add/add-store.ts';
import { removeWire } from './disconnect.ts';
import { focusPort } from './focus-ends.ts';
import { closeEndMenu, type AskedMenu } from './port-menu-store.ts';
import { endName } from './port-names.ts';

interface WireItemsProps {
  readonly id: string;
  readonly at: AskedMenu['at'];
}

/** What can be done with a wire. */
export function WireItems({ id, at }: WireItemsProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const wire = wireOfId(id);
  if (!wire) return null;
  const source = { node: wire.source, handle: wire.sourceHandle };
  const target = { node: wire.target, handle: wire.targetHandle };
  const { side, port } = parseHandle(wire.sourceHandle);
  const choose = (action: () => void): (() => void) => {
    return () => {
      closeEndMenu();
      action();
    };
  };
  return (
    <>
      <Menu.Item leftSection={<Plus size={14} />} onClick={choose(() => askForNode({ wire: id, at }))}>
        {t('build.wire-insert')}
      </Menu.Item>
      {side === 'out' && (
        <Menu.Item leftSection={<Eye size={14} />} onClick={choose(() => showPortValue(wire.source, port, 'out'))}>
          {t('build.port-value')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<ArrowLeft size={14} />} onClick={choose(() => focusPort(source))}>
        {t('build.port-go', { name: endName(source, language) })}
      </Menu.Item>
      <Menu.Item leftSection={<ArrowRight size={14} />} onClick={choose(() => focusPort(target))}>
        {t('build.port-go', { name: endName(target, language) })}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        color="var(--err)"
        leftSection={<Trash2 size={14} />}
        onClick={choose(() => {
          changeFlow(removeWire(wire));
          focusPort(source);
        })}
      >
        {t('build.wire-delete')}
      </Menu.Item>
    </>
  );
}
