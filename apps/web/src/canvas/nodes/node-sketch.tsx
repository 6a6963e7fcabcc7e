import type { CanvasNode } from '@jacquard/canvas';
import { useStore } from '@xyflow/react';
import { useTexts } from '../../i18n/i18n.ts';
import { useNodeStep } from '../../state/run-store.ts';
import { estimatedBox } from '../estimated-box.ts';
import { PeekMark } from '../structure/peek-mark.tsx';
import { NodeIcon } from './node-icon.tsx';
import styles from './node-sketch.module.css';
import { useWorstIssue } from './use-worst-issue.ts';

/** Below this zoom the text of a card can't be read, and a sketch of the node takes its place. */
const readableZoom = 0.4;

/** Whether the view is so far away that nodes are sketched. */
export function useIsSketched(): boolean {
  return useStore(({ transform }) => transform[2] < readableZoom);
}

interface NodeSketchProps {
  readonly canvasNode: CanvasNode;
  readonly isSelected: boolean;
  /** Pixels at a zoom of 1, so that wires stay where they are. */
  readonly height: number;
}

/** A node from afar: its place, icon, name, and how it stands. Bare marks, which nobody sees, hold the ends of its wires. */
export function NodeSketch({ canvasNode, isSelected, height }: NodeSketchProps): React.ReactElement {
  const { id, node, descriptor } = canvasNode;
  const { language } = useTexts();
  const status = useNodeStep(id)?.status;
  const severity = useWorstIssue(id);
  const title = node.title ?? descriptor?.title[language] ?? node.type;
  return (
    <div
      className={styles.sketch}
      role="group"
      aria-label={title}
      style={{ height }}
      data-selected={isSelected}
      data-status={status}
      data-disabled={node.disabled === true}
      data-severity={status === 'failed' ? 'error' : severity}
    >
      <PeekMark id={id} />
      <NodeIcon type={node.type} icon={descriptor?.icon} />
      <span className={styles.name}>{title}</span>
      {estimatedBox(canvasNode).handles.map(({ id: handle, type, position, x, y }) => (
        <i
          key={handle}
          className={`${type} ${styles.end}`}
          data-handleid={handle}
          data-handlepos={position}
          style={{ left: x, top: y }}
        />
      ))}
    </div>
  );
}
