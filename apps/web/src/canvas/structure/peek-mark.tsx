import { useTexts } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';
import styles from './peek-mark.module.css';

/** While another state of the flow is looked at: an outline around a node that differs, and how, in a word. */
export function PeekMark({ id }: { readonly id: string }): React.ReactElement | null {
  const { t } = useTexts();
  const mark = useEditor(({ peek }) => peek?.marks?.[id]);
  if (mark === undefined) return null;
  return (
    <div className={styles.mark} data-mark={mark}>
      <span className={styles.word}>{t(`structure.mark-${mark}`)}</span>
    </div>
  );
}
