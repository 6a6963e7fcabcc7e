import { setTitle, type CanvasNode } from '@jacquard/canvas';
import type { StepView } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import styles from './node-card.module.css';
import { NodeIcon } from './node-icon.tsx';
import { NodeMenu } from './node-menu.tsx';
import { NodeState } from './node-state.tsx';

interface NodeHeadProps {
  readonly canvasNode: CanvasNode;
  readonly title: string;
  readonly step: StepView | undefined;
}

/** Icon, the node's own name (a double click renames it), its type, its state and its menu. */
export function NodeHead({ canvasNode, title, step }: NodeHeadProps): React.ReactElement {
  const { t, language } = useTexts();
  const { id, node, descriptor } = canvasNode;
  const [isRenaming, setRenaming] = useState(false);
  const rename = (text: string): void => {
    setRenaming(false);
    if (text !== title) changeFlow(setTitle(id, text));
  };
  return (
    <div className={styles.head}>
      <NodeIcon type={node.type} icon={descriptor?.icon} />
      <div className={styles.names} onDoubleClick={() => setRenaming(true)}>
        {isRenaming ? (
          <input
            className={`${styles.rename} nodrag`}
            aria-label={t('canvas.rename')}
            defaultValue={title}
            // Renaming was asked for by a double click or the menu: the field is where the person is.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onBlur={(event) => rename(event.currentTarget.value)}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === 'Enter') event.currentTarget.blur();
              if (event.key === 'Escape') setRenaming(false);
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
      <NodeState step={step} />
      <NodeMenu canvasNode={canvasNode} isRenaming={isRenaming} onRename={() => setRenaming(true)} />
    </div>
  );
}
