import type { Node, NodeProps } from '@xyflow/react';
import type { CanvasNode, Crossings } from '@jacquard/canvas';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useNodeStep } from '../../state/run-store.ts';
import { InputRow } from '../nodes/input-row.tsx';
import { Thread } from '../nodes/node-card.tsx';
import styles from '../nodes/node-card.module.css';
import { NodeError } from '../nodes/node-error.tsx';
import { NodeHead } from '../nodes/node-head.tsx';
import { NodeIssues } from '../nodes/node-issues.tsx';
import { OutputRow } from '../nodes/output-row.tsx';
import { portsOnNode } from '../nodes/shown-ports.ts';
import { useWorstIssue } from '../nodes/use-worst-issue.ts';
import { CrossingRow } from './crossing-row.tsx';
import { PeekMark } from './peek-mark.tsx';
import { ScopeFold } from './scope-fold.tsx';

/** A folded scope as React Flow holds it. */
export type FoldedNode = Node<{ readonly canvasNode: CanvasNode; readonly crossings: Crossings }, 'folded'>;

/** A loop or sub-flow as a card: its own ports, what its inside reads from elsewhere, and how it stands. */
export const FoldedScope = memo(
  function FoldedScope({ data: { canvasNode, crossings }, selected }: NodeProps<FoldedNode>): React.ReactElement {
    const { t, language } = useTexts();
    const { id, node, descriptor, ports, read } = canvasNode;
    const step = useNodeStep(id);
    const severity = useWorstIssue(id);
    const isRunning = step?.status === 'running';
    const title = node.title ?? descriptor?.title[language] ?? node.type;
    return (
      <div
        className={styles.card}
        role="group"
        aria-label={title}
        data-selected={selected}
        data-running={isRunning}
        data-disabled={node.disabled === true}
        data-severity={step?.status === 'failed' ? 'error' : severity}
      >
        <PeekMark id={id} />
        {isRunning && <Thread done={step.progress?.done} total={step.progress?.total} />}
        <NodeHead canvasNode={canvasNode} title={title} step={step} />
        <div className={styles.body}>
          <ScopeFold canvasNode={canvasNode} text={t('structure.nodes', { count: countNodes(node) })} />
          {portsOnNode(canvasNode).map(([name, port]) => (
            <InputRow key={name} canvasNode={canvasNode} name={name} port={port} />
          ))}
          {crossings.inputs.map((port) => (
            <CrossingRow key={port.handle} port={port} side="in" />
          ))}
          {step?.error && !step.isHandled && <NodeError canvasNode={canvasNode} error={step.error} />}
          <NodeIssues id={id} />
          {Object.entries(ports.outputs).map(([name, port]) => (
            <OutputRow key={name} id={id} name={name} port={port} read={read} />
          ))}
        </div>
      </div>
    );
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
);

/** All that stands inside, however deep. */
function countNodes({ nodes = {} }: CanvasNode['node']): number {
  return Object.values(nodes).reduce((count, node) => count + 1 + countNodes(node), 0);
}
