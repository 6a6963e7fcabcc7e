import { useUpdateNodeInternals, type Node, type NodeProps } from '@xyflow/react';
import type { CanvasNode } from '@jacquard/canvas';
import { memo, useEffect } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useNodeStep } from '../../state/run-store.ts';
import { useIsStale } from '../../state/stale-store.ts';
import { useEditor } from '../../state/editor-store.ts';
import { NodeFace } from '../../reasoning/node-face.tsx';
import { PauseOfStep } from '../../pause/pauses.tsx';
import { baseOfNode } from '../drop/bases-of-flow.ts';
import { useKnowledgeDrop } from '../drop/use-knowledge-drop.ts';
import { PeekMark } from '../structure/peek-mark.tsx';
import { InputRow } from './input-row.tsx';
import { KnowledgeLine } from './knowledge-line.tsx';
import styles from './node-card.module.css';
import { NodeError } from './node-error.tsx';
import { NodeFoot } from './node-foot.tsx';
import { NodeHead } from './node-head.tsx';
import { NodeIssues } from './node-issues.tsx';
import { NodeSketch, useIsSketched } from './node-sketch.tsx';
import { NodeValue } from './node-value.tsx';
import { NodeWaiting } from './node-waiting.tsx';
import { OutputRow } from './output-row.tsx';
import { portsOnNode } from './shown-ports.ts';
import { useWorstIssue } from './use-worst-issue.ts';

/** A node as React Flow holds it. */
export type StepNode = Node<{ readonly canvasNode: CanvasNode }, 'step'>;

/** A node that is no scope: ports, fields, its main value, its cost. Draws again for its own data alone. */
export const NodeCard = memo(
  function NodeCard({ data: { canvasNode }, selected, height }: NodeProps<StepNode>): React.ReactElement {
    const isSketched = useIsSketched();
    return isSketched ? (
      <NodeSketch canvasNode={canvasNode} isSelected={selected} height={height ?? 180} />
    ) : (
      <FullCard canvasNode={canvasNode} selected={selected} />
    );
  },
  (before, after) =>
    before.data.canvasNode === after.data.canvasNode &&
    before.selected === after.selected &&
    before.height === after.height,
);

const FullCard = memo(function FullCard({
  canvasNode,
  selected,
}: {
  readonly canvasNode: CanvasNode;
  readonly selected: boolean;
}): React.ReactElement {
  const measure = useUpdateNodeInternals();
  useEffect(() => measure(canvasNode.id), [measure, canvasNode.id]);
  const { language } = useTexts();
  const { id, node, descriptor, ports, read } = canvasNode;
  const step = useNodeStep(id);
  const severity = useWorstIssue(id);
  const isRunning = step?.status === 'running';
  const isStale = useIsStale(id) && !isRunning;
  const asksModel = Object.values(ports.inputs).some(({ kind }) => kind.kind === 'chat-model');
  const descriptors = useEditor((state) => state.descriptors);
  const base = baseOfNode(node, descriptors);
  const drop = useKnowledgeDrop(canvasNode, base);
  const title = node.title ?? descriptor?.title[language] ?? node.type;
  return (
    <div
      className={styles.card}
      role="group"
      aria-label={title}
      data-selected={selected}
      data-running={isRunning}
      data-disabled={node.disabled === true}
      data-stale={isStale}
      data-severity={step?.status === 'failed' ? 'error' : severity}
      {...(base !== undefined && drop)}
    >
      <PeekMark id={id} />
      {isRunning && <Thread done={step.progress?.done} total={step.progress?.total} />}
      <NodeHead canvasNode={canvasNode} title={title} step={step} />
      <div className={styles.body}>
        {portsOnNode(canvasNode).map(([name, port]) => (
          <InputRow key={name} canvasNode={canvasNode} name={name} port={port} />
        ))}
        {base !== undefined && <KnowledgeLine base={base} />}
        {isRunning && asksModel && <NodeWaiting step={step} />}
        <NodeFace step={step} isStrategy={descriptor?.bound !== undefined} />
        {step?.status === 'paused' && <PauseOfStep path={step.step} />}
        <NodeValue canvasNode={canvasNode} step={step} />
        {step?.error && !step.isHandled && <NodeError canvasNode={canvasNode} error={step.error} />}
        <NodeIssues id={id} />
        {Object.entries(ports.outputs).map(([name, port]) => (
          <OutputRow key={name} id={id} name={name} port={port} read={read} />
        ))}
      </div>
      <NodeFoot step={step} />
    </div>
  );
});

/** The thread along the upper edge of a working node; it fills up where the step says how far it is. */
export function Thread({
  done,
  total,
}: {
  readonly done?: number | undefined;
  readonly total?: number | undefined;
}): React.ReactElement {
  const isKnown = done !== undefined && total !== undefined && total > 0;
  return (
    <span
      className={styles.thread}
      data-known={isKnown}
      style={isKnown ? { '--done': `${(done / total) * 100}%` } : {}}
    />
  );
}
