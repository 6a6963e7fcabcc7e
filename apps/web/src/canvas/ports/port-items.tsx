import { Menu } from '@mantine/core';
import { parseHandle, type CanvasWire } from '@jacquard/canvas';
import { Cable, CornerDownRight, Eye, Plus, Unplug } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import { showPortValue } from '../../state/panel-store.ts';
import { askForNode } from '../add/add-store.ts';
import { removeWire, wiresAt } from './disconnect.ts';
import { focusPort, type FocusedPort } from './focus-ends.ts';
import { choosePort, closeEndMenu, type AskedMenu } from './port-menu-store.ts';
import { endName } from './port-names.ts';
import { isSourceHandle } from './port-walk.ts';

/** Wires that are named one by one in the menu. */
const mostNamed = 6;

interface PortItemsProps {
  readonly port: FocusedPort;
  readonly at: AskedMenu['at'];
}

/** What can be done with a port: everything that the mouse does by drawing. */
export function PortItems({ port, at }: PortItemsProps): React.ReactElement {
  const { t, language } = useTexts();
  const { side, port: name } = parseHandle(port.handle);
  const wires = wiresAt(port).slice(0, mostNamed);
  const far = (wire: CanvasWire): FocusedPort =>
    isSourceHandle(port.handle)
      ? { node: wire.target, handle: wire.targetHandle }
      : { node: wire.source, handle: wire.sourceHandle };
  const choose = (action: () => void): (() => void) => {
    return () => {
      closeEndMenu();
      action();
    };
  };
  return (
    <>
      {(isSourceHandle(port.handle) || side === 'in') && (
        <Menu.Item leftSection={<Cable size={14} />} onClick={() => choosePort(port, at)}>
          {t('build.port-connect')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Plus size={14} />} onClick={choose(() => askForNode({ loose: port, at }))}>
        {t('build.port-add')}
      </Menu.Item>
      {(side === 'in' || side === 'out') && (
        <Menu.Item leftSection={<Eye size={14} />} onClick={choose(() => showPortValue(port.node, name, side))}>
          {t('build.port-value')}
        </Menu.Item>
      )}
      {wires.length > 0 && <Menu.Divider />}
      {wires.map((wire) => (
        <Menu.Item
          key={`go ${wire.id}`}
          leftSection={<CornerDownRight size={14} />}
          onClick={choose(() => focusPort(far(wire)))}
        >
          {t('build.port-go', { name: endName(far(wire), language) })}
        </Menu.Item>
      ))}
      {wires.map((wire) => (
        <Menu.Item
          key={`cut ${wire.id}`}
          leftSection={<Unplug size={14} />}
          onClick={choose(() => {
            changeFlow(removeWire(wire));
            focusPort(port);
          })}
        >
          {t('build.port-disconnect', { name: endName(far(wire), language) })}
        </Menu.Item>
      ))}
    </>
  );
}
