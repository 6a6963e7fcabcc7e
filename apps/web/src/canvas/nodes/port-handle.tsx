import { Handle, Position, useNodeId } from '@xyflow/react';
import type { Kind } from '@jacquard/flow';
import { handleId, kindLook, type HandleSide } from '@jacquard/canvas';
import { kindName } from '@jacquard/messages/sentences';
import { useTexts } from '../../i18n/i18n.ts';
import { askForNode } from '../add/add-store.ts';
import { disconnectPort } from '../ports/disconnect.ts';
import { openPortMenu } from '../ports/port-menu-store.ts';
import { giveTabStop, isSourceHandle, joinTabStop, walkFromPort } from '../ports/port-walk.ts';
import styles from './port.module.css';

interface PortHandleProps {
  readonly side: HandleSide;
  readonly name: string;
  readonly label: string;
  readonly kind: Kind;
  /** Connected, or a value has arrived. */
  readonly isFull: boolean;
  /** What a click does; without it, the list of what fits opens. */
  readonly onOpen?: (() => void) | undefined;
}

/**
 * The end of wires at a port: colour and shape of its kind, hollow until something is connected or has arrived. By the
 * keyboard arrows go from port to port and along wires, Enter opens its menu.
 */
export function PortHandle({ side, name, label, kind, isFull, onOpen }: PortHandleProps): React.ReactElement {
  const { t, language } = useTexts();
  const node = useNodeId() ?? '';
  const handle = handleId(side, name);
  const { color, shape } = kindLook(kind);
  const isSource = isSourceHandle(handle);
  const text = t(isSource ? 'canvas.port-output' : 'canvas.port-input', {
    name: label,
    kind: kindName(kind, language),
  });
  const openMenu = (event: React.SyntheticEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    openPortMenu({ node, handle }, event.currentTarget);
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (isMenu || event.key === 'Enter' || event.key === ' ') openMenu(event);
    else if (event.key === 'Delete' || event.key === 'Backspace') disconnectPort({ node, handle });
    else if (!walkFromPort({ node, handle }, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Handle
      id={handle}
      ref={joinTabStop}
      role="button"
      aria-haspopup="menu"
      type={isSource ? 'source' : 'target'}
      position={isSource ? Position.Right : Position.Left}
      className={styles.handle}
      data-shape={shape}
      data-full={isFull}
      style={{ '--kind': `var(--kind-${color})` }}
      aria-label={text}
      title={text}
      tabIndex={-1}
      onFocus={(event) => giveTabStop(event.currentTarget)}
      onKeyDown={press}
      onContextMenu={openMenu}
      onClick={onOpen ?? (() => askForNode({ loose: { node, handle } }))}
    />
  );
}
