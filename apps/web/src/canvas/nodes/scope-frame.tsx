import { NodeResizer, type Node, type NodeProps } from '@xyflow/react';
import { resizeNode, type CanvasNode } from '@jacquard/canvas';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import { useNodeStep } from '../../state/run-store.ts';
import { InputRow } from './input-row.tsx';
import { Thread } from './node-card.tsx';
import cardStyles from './node-card.module.css';
import styles from './scope-frame.module.css';
import { NodeError } from './node-error.tsx';
import { NodeHead } from './node-head.tsx';
import { NodeIssues } from './node-issues.tsx';
import { PeekMark } from '../structure/peek-mark.tsx';
import { useHeldScopes } from '../structure/held-scopes.ts';
import { ScopeFold } from '../structure/scope-fold.tsx';
import { TurnSlider } from '../structure/turn-slider.tsx';
import { ScopeAdd } from './scope-add.tsx';
import { InnerPorts, ScopeResults } from './scope-frame-ports.tsx';
import { portsOnNode } from './shown-ports.ts';

/** A scope as React Flow holds it. */
export type ScopeNode = Node<{ readonly canvasNode: CanvasNode }, 'scope'>;

/** A loop or an opened sub-flow: a frame around its inner nodes, with what they read and what leaves it at its sides. */
export const ScopeFrame = memo(
  function ScopeFrame({ data: { canvasNode }, selected }: NodeProps<ScopeNode>): React.ReactElement {
    const { language } = useTexts();
    const { id, node, descriptor } = canvasNode;
    const step = useNodeStep(id);
    const title = node.title ?? descriptor?.title[language] ?? node.type;
    const isRunning = step?.status === 'running';
    const held = useHeldScopes((scopes) => scopes.held.get(id));
    return (
      <div
        className={`${styles.frame} ${cardStyles.menuHolder}`}
        role="group"
        aria-label={title}
        data-selected={selected}
        data-running={isRunning}
        data-held={held}
      >
        <NodeResizer
          isVisible={selected}
          minWidth={560}
          minHeight={300}
          onResizeEnd={(_event, { width, height }) => changeFlow(resizeNode(id, { width, height }))}
        />
        {isRunning && <Thread />}
        <PeekMark id={id} />
        <div className={styles.frameHead}>
          <ScopeFold canvasNode={canvasNode} />
          <NodeHead canvasNode={canvasNode} title={title} step={step} />
        </div>
        <div className={styles.frameSide}>
          {portsOnNode(canvasNode).map(([name, port]) => (
            <InputRow key={name} canvasNode={canvasNode} name={name} port={port} />
          ))}
          <InnerPorts canvasNode={canvasNode} />
        </div>
        <ScopeResults canvasNode={canvasNode} />
        <div className={styles.frameFoot}>
          <ScopeAdd canvasNode={canvasNode} />
          <NodeIssues id={id} />
          <span className={styles.space} />
          <TurnSlider scope={id} />
        </div>
        {step?.error && !step.isHandled && <NodeError canvasNode={canvasNode} error={step.error} />}
      </div>
    );
  },
  (before, after) => before.data.canvasNode === after.data.canvasNode && before.selected === after.selected,
);
