import styles from './at-work.module.css';

/** What goes on at the moment, with a caret: a model may take a while. */
export function AtWork({ words }: { readonly words: string }): React.ReactElement {
  return (
    <span className={styles.words}>
      {words} <span className={styles.caret} aria-hidden />
    </span>
  );
}
