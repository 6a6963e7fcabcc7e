import { BaseEdge, getBezierPath, type Edge, type EdgeProps } from '@xyflow/react';
import { kindLook, type CanvasWire } from '@jacquard/canvas';
import { kindName } from '@jacquard/messages/sentences';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useNodeStep } from '../../state/run-store.ts';
import { later } from '../../values/later.tsx';
import { useWires } from './wire-store.ts';
import styles from './wire.module.css';

const ConversionLabel = later(async () => (await import('./conversion-label.tsx')).ConversionLabel);
const WireCard = later(async () => (await import('./wire-card.tsx')).WireCard);

/** A wire as React Flow holds it. */
export type WireEdgeData = Edge<{ readonly wire: CanvasWire; readonly name: string }, 'wire'>;

/**
 * A wire in the colour of what flows, doubled where that is a list; stitched and moving while its source writes; a
 * conversion stands on it. The one that a person is at shows what it carried and how to put a node in.
 */
export const WireEdge = memo(function WireEdge(props: EdgeProps<WireEdgeData>): React.ReactElement {
  const { language } = useTexts();
  const { id, data, selected = false } = props;
  const wire = data?.wire;
  const step = useNodeStep(wire?.source ?? props.source);
  const isAt = useWires(({ hovered, focused }) => hovered === id || focused === id);
  const held = useWires(({ target }) => (target?.wire === id ? (target.fits ? 'fits' : 'refused') : undefined));
  const [path, x, y] = getBezierPath(props);
  const color = wire?.kind ? `var(--kind-${kindLook(wire.kind).color})` : 'var(--err)';
  const isFlowing = step?.status === 'running';
  const isList = wire?.kind?.kind === 'list';
  const isStrong = selected || isAt || held !== undefined;
  const conversion =
    wire?.kind && wire.convertedTo && `${kindName(wire.kind, language)} → ${kindName(wire.convertedTo, language)}`;
  const isCardShown = wire !== undefined && (isAt || selected);
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={22}
        className={`${styles.wire} ${isFlowing ? `${styles.flowing} stitched` : ''}`}
        data-held={held}
        style={{ '--color': color, strokeWidth: (isStrong ? 3.5 : 2) + (isList ? 1.6 : 0) }}
      />
      {isList && !isFlowing && <path d={path} className={styles.second} />}
      {conversion && <ConversionLabel x={props.targetX} y={props.targetY} text={conversion} />}
      {isCardShown && <WireCard wire={wire} x={x} y={y} name={data?.name ?? ''} conversion={conversion} />}
    </>
  );
});
