import { useTexts } from '../../i18n/i18n.ts';
import { goToField } from '../../inspector/go-to-field.ts';
import { issuesOf } from '../../inspector/repairs/issues-of.ts';
import { useEditor } from '../../state/editor-store.ts';
import { problemSentence } from '../../api/problem-text.ts';
import styles from './node-card.module.css';

/** What is wrong with the node, the worst of it, and how much more; a click opens the field that it is about. */
export function NodeIssues({ id }: { readonly id: string }): React.ReactElement | null {
  const { t, language } = useTexts();
  const first = useEditor((state) => issuesOf(state, id)[0]);
  const count = useEditor((state) => issuesOf(state, id).length);
  if (!first) return null;
  return (
    <button
      type="button"
      className={`${styles.issue} nodrag`}
      data-severity={first.severity}
      title={t('editing.problem-open')}
      onClick={() => goToField(id, first.port)}
    >
      {problemSentence(first, language)} {count > 1 && t('canvas.more-issues', { count: count - 1 })}
    </button>
  );
}
