import { Handle, Position } from '@xyflow/react';
import type { Kind } from '@jacquard/flow';
import { handleId, kindLook, type HandleSide } from '@jacquard/canvas';
import { kindName } from '@jacquard/messages';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './port.module.css';

interface PortHandleProps {
  readonly side: HandleSide;
  readonly name: string;
  readonly label: string;
  readonly kind: Kind;
  /** Connected, or a value has arrived. */
  readonly isFull: boolean;
  readonly onOpen?: (() => void) | undefined;
}

const sources: ReadonlySet<HandleSide> = new Set(['out', 'inner']);

/** The end of wires at a port: colour and shape of its kind, hollow until something is connected or has arrived. */
export function PortHandle({ side, name, label, kind, isFull, onOpen }: PortHandleProps): React.ReactElement {
  const { t, language } = useTexts();
  const { color, shape } = kindLook(kind);
  const isSource = sources.has(side);
  const text = t(isSource ? 'canvas.port-output' : 'canvas.port-input', {
    name: label,
    kind: kindName(kind, language),
  });
  return (
    <Handle
      id={handleId(side, name)}
      type={isSource ? 'source' : 'target'}
      position={isSource ? Position.Right : Position.Left}
      className={styles.handle}
      data-shape={shape}
      data-full={isFull}
      style={{ '--kind': `var(--kind-${color})` }}
      aria-label={text}
      title={text}
      onClick={onOpen}
    />
  );
}
