import { GrowingMarkdown, LongMarkdown } from '../values/long-markdown.tsx';
import { usePaced } from '../values/use-paced.ts';
import styles from './message.module.css';

interface AnswerTextProps {
  readonly text: string;
  readonly isStreaming?: boolean;
}

/** A text of the flow, as Markdown; with a caret while it is written. What is drawn may lag behind, never the typing. */
export function AnswerText({ text, isStreaming = false }: AnswerTextProps): React.ReactElement {
  const drawn = usePaced(text, text.length < 20_000 ? 50 : 150);
  return (
    <div className={styles.answerText} data-streaming={isStreaming} aria-busy={isStreaming}>
      {isStreaming ? <GrowingMarkdown text={drawn} /> : <LongMarkdown text={readable(text)} />}
    </div>
  );
}

/** Longer JSON isn't looked through: it shows as it is. */
const longestJson = 100_000;

/** JSON keeps its lines; anything else is Markdown as it is. */
function readable(text: string): string {
  if (text.length > longestJson || !/^\s*[[{]/.test(text)) return text;
  try {
    JSON.parse(text);
    return `\`\`\`json\n${text}\n\`\`\``;
  } catch {
    return text;
  }
}
