import { useTexts } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';
import { problemSentence } from '../../api/problem-text.ts';
import styles from './node-card.module.css';

/** What is wrong with the node itself; what is wrong with a field stands at the field. The first, and how many more. */
export function NodeIssues({ id }: { readonly id: string }): React.ReactElement | null {
  const { t, language } = useTexts();
  const first = useEditor(({ derived }) => derived?.issues.find(({ node }) => node === id));
  const count = useEditor(({ derived }) => derived?.issues.filter(({ node }) => node === id).length ?? 0);
  if (!first) return null;
  return (
    <span className={styles.issue} data-severity={first.severity}>
      {problemSentence(first, language)} {count > 1 && t('canvas.more-issues', { count: count - 1 })}
    </span>
  );
}
