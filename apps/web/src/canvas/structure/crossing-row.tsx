import { Handle, Position } from '@xyflow/react';
import { kindLook, type CrossingPort } from '@jacquard/canvas';
import type { Kind } from '@jacquard/flow';
import { kindName } from '@jacquard/messages/sentences';
import { useTexts } from '../../i18n/i18n.ts';
import portStyles from '../nodes/port.module.css';

interface CrossingRowProps {
  readonly port: CrossingPort;
  /** `in`: a wire comes in; `out`: it leaves at the right; `inner`: it comes from outside of an entered scope. */
  readonly side: 'in' | 'out' | 'inner';
}

const any: Kind = { kind: 'any' };

/** A port at the edge of something folded or entered, in the place of one that is out of sight. */
export function CrossingRow({ port: { handle, label, kind }, side }: CrossingRowProps): React.ReactElement {
  const { t, language } = useTexts();
  const { color, shape } = kindLook(kind ?? any);
  const isSource = side !== 'in';
  const name = label[language];
  const text = t(isSource ? 'canvas.port-output' : 'canvas.port-input', {
    name,
    kind: kindName(kind ?? any, language),
  });
  return (
    <div className={portStyles.row} data-side={side}>
      <Handle
        id={handle}
        type={isSource ? 'source' : 'target'}
        position={isSource ? Position.Right : Position.Left}
        className={portStyles.handle}
        data-shape={shape}
        data-full
        role="img"
        style={{ '--kind': `var(--kind-${color})` }}
        aria-label={text}
        title={text}
      />
      <span className={portStyles.label} title={name}>
        {name}
      </span>
    </div>
  );
}
