import styles from './code-text.module.css';
import { templateMarks } from './template-marks.ts';

/** Longer texts are shown without marks. */
const longestMarked = 20_000;

/** A template as it stands, its variables marked: lies behind the plain field, letter on letter. */
export function MarkedTemplate({
  text,
  isTemplate,
}: {
  readonly text: string;
  readonly isTemplate: boolean;
}): React.ReactElement {
  const { variables } = isTemplate && text.length <= longestMarked ? templateMarks(text) : none;
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { from, to } of variables) {
    parts.push(
      text.slice(at, from),
      <mark key={from} className={styles.variable}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  parts.push(text.slice(at));
  return (
    <div className={styles.behind} aria-hidden>
      {parts}
      {'\u200B'}
    </div>
  );
}

const none = { variables: [] };
