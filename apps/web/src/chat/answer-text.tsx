import { useDeferredValue } from 'react';
import { Markdown } from '../values/markdown.tsx';
import styles from './chat.module.css';

interface AnswerTextProps {
  readonly text: string;
  readonly isStreaming?: boolean;
}

/** A text of the flow, as Markdown; with a caret while it is written. What is drawn may lag behind, never the typing. */
export function AnswerText({ text, isStreaming = false }: AnswerTextProps): React.ReactElement {
  const drawn = useDeferredValue(text);
  return (
    <div className={styles.answerText} data-streaming={isStreaming} aria-busy={isStreaming}>
      <Markdown text={isStreaming ? drawn : text} />
    </div>
  );
}
