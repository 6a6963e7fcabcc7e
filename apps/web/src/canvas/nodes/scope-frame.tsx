import { NodeResizer, type Node, type NodeProps } from '@xyflow/react';
import { handleId, resizeNode, type CanvasNode } from '@jacquard/canvas';
import { sourcesOf, type Kind } from '@jacquard/flow';
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
import { OutputRow } from './output-row.tsx';
import { PortHandle } from './port-handle.tsx';
import portStyles from './port.module.css';
import { ScopeAdd } from './scope-add.tsx';
import { portsOnNode } from './shown-ports.ts';

/** A scope as React Flow holds it. */
export type ScopeNode = Node<{ readonly canvasNode: CanvasNode }, 'scope'>;

const any: Kind = { kind: 'any' };

/** A loop or an opened sub-flow: a frame around its inner nodes, with what they read and what leaves it at its sides. */
export const ScopeFrame = memo(
  function ScopeFrame({ data: { canvasNode }, selected }: NodeProps<ScopeNode>): React.ReactElement {
    const { language } = useTexts();
    const { id, node, descriptor } = canvasNode;
    const step = useNodeStep(id);
    const title = node.title ?? descriptor?.title[language] ?? node.type;
    const isRunning = step?.status === 'running';
    return (
      <div
        className={`${styles.frame} ${cardStyles.menuHolder}`}
        role="group"
        aria-label={title}
        data-selected={selected}
        data-running={isRunning}
      >
        <NodeResizer
          isVisible={selected}
          minWidth={420}
          minHeight={260}
          onResizeEnd={(_event, { width, height }) => changeFlow(resizeNode(id, { width, height }))}
        />
        {isRunning && <Thread />}
        <div className={styles.frameHead}>
          <NodeHead canvasNode={canvasNode} title={title} step={step} />
        </div>
        <div className={styles.frameSide}>
          {portsOnNode(canvasNode).map(([name, port]) => (
            <InputRow key={name} canvasNode={canvasNode} name={name} port={port} />
          ))}
          <InnerPorts canvasNode={canvasNode} />
        </div>
        <Results canvasNode={canvasNode} />
        <div className={styles.frameFoot}>
          <ScopeAdd canvasNode={canvasNode} />
          <NodeIssues id={id} />
        </div>
        {step?.error && !step.isHandled && <NodeError error={step.error} />}
      </div>
    );
  },
  (before, after) => before.data.canvasNode === after.data.canvasNode && before.selected === after.selected,
);

/** What the inner nodes read: the item, its place, the state carried from turn to turn, which also has a first value. */
function InnerPorts({ canvasNode: { ports, read, node } }: { readonly canvasNode: CanvasNode }): React.ReactElement[] {
  const { t, language } = useTexts();
  const states = node.state ?? {};
  return Object.entries(ports.inner).map(([name, port]) => (
    <div key={name} className={portStyles.row} data-side="inner">
      {states[name] && (
        <PortHandle
          side="first"
          name={name}
          label={t('canvas.state-first', { name })}
          kind={port.kind}
          isFull={sourcesOf(states[name].first).length > 0}
        />
      )}
      <span className={portStyles.label}>{port.label[language]}</span>
      <PortHandle
        side="inner"
        name={name}
        label={port.label[language]}
        kind={port.kind}
        isFull={read.has(handleId('inner', name))}
      />
    </div>
  ));
}

/** Where the inner graph ends: the scope's outputs, which go on outside, the next state, and when to stop. */
function Results({ canvasNode }: { readonly canvasNode: CanvasNode }): React.ReactElement {
  const { t } = useTexts();
  const { id, node, descriptor, ports, read } = canvasNode;
  const inside = Object.keys(node.outputs ?? {});
  const others = Object.entries(ports.outputs).filter(([name]) => !inside.includes(name));
  return (
    <div className={styles.frameSide} data-side="right">
      {inside.map((name) => {
        const port = ports.outputs[name];
        return (
          <div key={name} className={styles.result}>
            <PortHandle side="result" name={name} label={name} kind={port?.kind ?? any} isFull />
            {port && <OutputRow id={id} name={name} port={port} read={read} />}
          </div>
        );
      })}
      {others.map(([name, port]) => (
        <OutputRow key={name} id={id} name={name} port={port} read={read} />
      ))}
      <ResultRow side="result" name="" label={t('canvas.scope-new-output')} kind={any} isFull={false} />
      {Object.entries(node.state ?? {}).map(([name, { next }]) => (
        <ResultRow
          key={name}
          side="next"
          name={name}
          label={t('canvas.state-next', { name })}
          kind={ports.inner[name]?.kind ?? any}
          isFull={sourcesOf(next).length > 0}
        />
      ))}
      {descriptor?.role === 'repeat-until' && (
        <ResultRow
          side="until"
          name="until"
          label={t('canvas.until')}
          kind={{ kind: 'boolean' }}
          isFull={sourcesOf(node.until).length > 0}
        />
      )}
    </div>
  );
}

type ResultRowProps = Omit<React.ComponentProps<typeof PortHandle>, 'onOpen'>;

function ResultRow(props: ResultRowProps): React.ReactElement {
  return (
    <div className={portStyles.row} data-side="in">
      <PortHandle {...props} />
      <span className={portStyles.label}>{props.label}</span>
    </div>
  );
}
