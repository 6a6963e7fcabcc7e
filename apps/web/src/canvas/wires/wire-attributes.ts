import { changeFlow, select, wireOfId } from '../../state/editor-store.ts';
import { removeWire } from '../ports/disconnect.ts';
import { focusPort } from '../ports/focus-ends.ts';
import { openWireMenu } from '../ports/port-menu-store.ts';
import { walkFromWire } from '../ports/port-walk.ts';
import { useWires } from './wire-store.ts';

/**
 * What a wire does with keys. It is no tab stop, or one would go through all wires before the first node: it is reached
 * from its ports by the arrow keys. Enter opens its menu, the space bar selects it, Delete takes it away.
 */
export const wireAttributes = {
  tabIndex: -1,
  onFocus: (event: React.FocusEvent<SVGGElement>) => useWires.setState({ focused: event.currentTarget.dataset['id'] }),
  onBlur: () => useWires.setState({ focused: undefined }),
  onKeyDown: (event: React.KeyboardEvent<SVGGElement>) => {
    const id = event.currentTarget.dataset['id'];
    if (id === undefined || event.altKey || event.ctrlKey || event.metaKey || !press(id, event)) return;
    event.preventDefault();
    event.stopPropagation();
  },
};

function press(id: string, { key, shiftKey }: React.KeyboardEvent): boolean {
  if (key === 'Enter' || key === 'ContextMenu' || (key === 'F10' && shiftKey)) openWireMenu(id);
  else if (key === ' ') select({ wires: [id] });
  else if (key === 'Delete' || key === 'Backspace') {
    const wire = wireOfId(id);
    if (!wire) return false;
    changeFlow(removeWire(wire));
    focusPort({ node: wire.source, handle: wire.sourceHandle });
  } else return walkFromWire(id, key);
  return true;
}
