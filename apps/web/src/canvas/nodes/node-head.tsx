import { setTitle, type CanvasNode } from '@jacquard/canvas';
import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import styles from './node-card.module.css';
import { focusNode } from '../ports/focus-ends.ts';
import { renameNode, useNodeAsk } from './node-ask-store.ts';
import { NodeIcon } from './node-icon.tsx';
import { NodeMenu } from './node-menu.tsx';
import { NodeState } from './node-state.tsx';

interface NodeHeadProps {
  readonly canvasNode: CanvasNode;
  readonly title: string;
  readonly step: StepView | undefined;
}

/** Icon, the node's own name (a double click or F2 renames it; a double click on a loop goes in), its type, its state and its menu. */
export function NodeHead({ canvasNode, title, step }: NodeHeadProps): React.ReactElement {
  const { t, language } = useTexts();
  const { id, node, descriptor } = canvasNode;
  const isRenaming = useNodeAsk(({ renaming }) => renaming === id);
  const rename = (text: string): void => {
    renameNode(undefined);
    if (text !== title) changeFlow(setTitle(id, text));
  };
  return (
    <div className={styles.head}>
      <NodeIcon type={node.type} icon={descriptor?.icon} />
      <div className={styles.names} onDoubleClick={node.nodes ? undefined : () => renameNode(id)}>
        {isRenaming ? (
          <input
            className={`${styles.rename} nodrag`}
            aria-label={t('canvas.rename')}
            defaultValue={title}
            // Renaming was asked for by a double click or the menu: the field is where the person is.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
            onBlur={(event) => rename(event.currentTarget.value)}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === 'Enter') rename(event.currentTarget.value);
              if (event.key === 'Escape') renameNode(undefined);
              if (event.key === 'Enter' || event.key === 'Escape') focusNode(id);
            }}
          />
        ) : (
          <>
            <span className={styles.title} title={title}>
              {title}
            </span>
            <span className={styles.type}>
              {descriptor?.title[language] ?? t('canvas.unknown-type', { type: node.type })}
            </span>
          </>
        )}
      </div>
      <NodeState id={id} step={step} />
      <NodeMenu canvasNode={canvasNode} isRenaming={isRenaming} />
    </div>
  );
}
