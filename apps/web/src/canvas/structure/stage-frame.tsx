import type { Node, NodeProps } from '@xyflow/react';
import type { CanvasNode, CrossingPort } from '@jacquard/canvas';
import { memo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { InnerPorts, ScopeResults } from '../nodes/scope-frame-ports.tsx';
import frameStyles from '../nodes/scope-frame.module.css';
import { NodeIssues } from '../nodes/node-issues.tsx';
import { ScopeAdd } from '../nodes/scope-add.tsx';
import { CrossingRow } from './crossing-row.tsx';
import styles from './stage.module.css';

/** The entered scope as React Flow holds it. */
export type StageNode = Node<{ readonly canvasNode: CanvasNode; readonly outside: readonly CrossingPort[] }, 'stage'>;

/** The edges of a scope that a person has entered: what comes in at the left, what leaves it at the right. */
export const StageFrame = memo(
  function StageFrame({ data: { canvasNode, outside } }: NodeProps<StageNode>): React.ReactElement {
    const { t, language } = useTexts();
    const { id, node, descriptor } = canvasNode;
    const title = node.title ?? descriptor?.title[language] ?? node.type;
    return (
      <div className={styles.stage} role="group" aria-label={t('structure.inside', { title })}>
        <div className={frameStyles.frameSide}>
          <InnerPorts canvasNode={canvasNode} />
          {outside.length > 0 && <p className={styles.from}>{t('structure.from-outside')}</p>}
          {outside.map((port) => (
            <CrossingRow key={port.handle} port={port} side="inner" />
          ))}
        </div>
        <ScopeResults canvasNode={canvasNode} isStage />
        <div className={frameStyles.frameFoot}>
          <ScopeAdd canvasNode={canvasNode} />
          <NodeIssues id={id} />
        </div>
      </div>
    );
  },
  (before, after) => before.data === after.data,
);
