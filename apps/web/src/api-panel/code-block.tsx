import { CopyButton } from '../values/copy-button.tsx';
import styles from './call.module.css';

interface CodeBlockProps {
  readonly text: string;
  readonly label: string;
}

/** Code to be read and copied. */
export function CodeBlock({ text, label }: CodeBlockProps): React.ReactElement {
  return (
    <div className={styles.code}>
      <div className={styles.copy}>
        <CopyButton text={text} />
      </div>
      {/* A box that scrolls is reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.text} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
    </div>
  );
}
