import { BaseEdge, EdgeLabelRenderer, getBezierPath, type Edge, type EdgeProps } from '@xyflow/react';
import { kindLook, type CanvasWire } from '@jacquard/canvas';
import { kindName } from '@jacquard/messages';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useNodeStep } from '../../state/run-store.ts';
import styles from './wire.module.css';

/** A wire as React Flow holds it. */
export type WireEdgeData = Edge<{ readonly wire: CanvasWire }, 'wire'>;

/** A wire in the colour of what flows; stitched and moving while its source writes; a conversion stands on it. */
export const WireEdge = memo(function WireEdge(props: EdgeProps<WireEdgeData>): React.ReactElement {
  const { language, t } = useTexts();
  const wire = props.data?.wire;
  const step = useNodeStep(props.source);
  const [path, x, y] = getBezierPath(props);
  const color = wire?.kind ? `var(--kind-${kindLook(wire.kind).color})` : 'var(--err)';
  const isFlowing = step?.status === 'running';
  const conversion =
    wire?.kind && wire.convertedTo && `${kindName(wire.kind, language)} → ${kindName(wire.convertedTo, language)}`;
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={22}
        className={`${styles.wire} ${isFlowing ? `${styles.flowing} stitched` : ''}`}
        style={{ '--color': color, strokeWidth: props.selected ? 3.5 : 2 }}
      />
      {conversion && (
        <EdgeLabelRenderer>
          <span
            className={styles.label}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            title={t('canvas.converted')}
          >
            {conversion}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
