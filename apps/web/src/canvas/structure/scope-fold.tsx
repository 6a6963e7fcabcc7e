import { setCollapsed, type CanvasNode } from '@jacquard/canvas';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import styles from './scope-fold.module.css';

interface ScopeFoldProps {
  readonly canvasNode: CanvasNode;
  readonly text?: string;
}

/** Folds a loop or sub-flow to a card, or opens it again. */
export function ScopeFold({ canvasNode, text }: ScopeFoldProps): React.ReactElement {
  const { t } = useTexts();
  const { id, isCollapsed, position } = canvasNode;
  const label = isCollapsed ? t('structure.expand') : t('structure.collapse');
  return (
    <button
      type="button"
      className={`${styles.fold} nodrag`}
      aria-expanded={!isCollapsed}
      aria-label={label}
      title={label}
      onClick={() => changeFlow(setCollapsed(id, !isCollapsed, position))}
    >
      {isCollapsed ? <ChevronRight size={15} /> : <ChevronDown size={15} />}
      {text}
    </button>
  );
}
