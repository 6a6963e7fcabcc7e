import { useTexts } from '../i18n/i18n.ts';
import { Pauses } from '../pause/pauses.tsx';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerText } from './answer-text.tsx';
import { CitedAnswerView } from './cited/cited-answer.tsx';
import { useCitedAnswer } from './cited/use-cited-answer.ts';
import styles from './message.module.css';
import { chooseBranch } from './chat-store.ts';
import type { Conversation } from './conversation-of.ts';
import { newestUnder, type PlacedMessage } from './message-tree.ts';
import type { ShownMessage } from './messages-with-run.ts';
import { OutputView } from './output-view.tsx';
import { QuestionMessage } from './question-message.tsx';
import { RunFailure } from './run-failure.tsx';
import { RunningAnswer } from './running-answer.tsx';
import type { OutgoingMessage } from './send-message.ts';
import type { RunOfPage } from './use-run-of-page.ts';

interface MessageThreadProps {
  readonly sessionId: string | undefined;
  readonly messages: readonly ShownMessage[];
  readonly path: readonly PlacedMessage<ShownMessage>[];
  readonly conversation: Conversation;
  readonly run: RunOfPage | undefined;
  /** Absent while nothing can be sent. */
  readonly onSend: ((message: Omit<OutgoingMessage, 'sessionId'>) => void) | undefined;
}

/** The messages of one branch, with what the run on the page adds to it. */
export function MessageThread(props: MessageThreadProps): React.ReactElement {
  const { sessionId, messages, path, onSend } = props;
  const questionOf = (answer: ShownMessage): ShownMessage | undefined =>
    messages.find(({ id, role }) => id === answer.parent && role === 'user');
  const again = (question: ShownMessage | undefined): (() => void) | undefined =>
    question && onSend && (() => onSend({ text: question.content, parent: question.parent, afresh: true }));
  const inOtherWords = (question: ShownMessage | undefined): ((text: string) => void) | undefined =>
    question && onSend && ((text) => onSend({ text, parent: question.parent }));
  return (
    <>
      {path.map((placed) =>
        placed.message.role === 'user' ? (
          <QuestionMessage
            key={placed.message.id}
            placed={placed}
            onResend={onSend && ((text) => onSend({ text, parent: placed.message.parent }))}
            onSibling={(id) => sessionId !== undefined && chooseBranch(sessionId, newestUnder(messages, id))}
          />
        ) : (
          <Answer
            key={placed.message.id}
            {...props}
            message={placed.message}
            onAgain={again(questionOf(placed.message))}
            onSearch={inOtherWords(questionOf(placed.message))}
          />
        ),
      )}
      <EndOfRun {...props} onAgain={again(path.findLast(({ message }) => message.role === 'user')?.message)} />
    </>
  );
}

interface AnswerProps extends MessageThreadProps {
  readonly message: ShownMessage;
  readonly onAgain: (() => void) | undefined;
  readonly onSearch: ((text: string) => void) | undefined;
}

function Answer({ message, conversation, onAgain, onSearch }: AnswerProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <article className={styles.answer} aria-label={t('chat.answer')}>
      {message.isOfRun && conversation.answer ? (
        <RunningAnswer port={conversation.answer} runId={message.runId} onAgain={onAgain} onSearch={onSearch} />
      ) : (
        <KeptAnswer message={message} port={conversation.answer} onAgain={onAgain} onSearch={onSearch} />
      )}
    </article>
  );
}

interface KeptAnswerProps extends Pick<AnswerProps, 'message' | 'onAgain' | 'onSearch'> {
  readonly port: Conversation['answer'];
}

/** An answer of the session: with its sources where its run gave some, else as text. */
function KeptAnswer({ message, port, onAgain, onSearch }: KeptAnswerProps): React.ReactElement {
  const cited = useCitedAnswer(message.runId, port);
  return (
    <>
      {cited ? <CitedAnswerView shown={cited} onSearch={onSearch} /> : <AnswerText text={message.content} />}
      <AnswerActions text={message.content} runId={message.runId} onAgain={onAgain} />
    </>
  );
}

/** Below the last message: the other outputs of its run, and how it ended. */
function EndOfRun({
  path,
  conversation,
  run,
  onAgain,
}: MessageThreadProps & { readonly onAgain: (() => void) | undefined }): React.ReactElement | null {
  const last = path.at(-1)?.message;
  if (!run || last?.runId !== run.runId) return null;
  return (
    <>
      {conversation.otherOutputs.map((port) => (
        <OutputView key={port.id} port={port} />
      ))}
      <Pauses />
      <RunFailure onAgain={onAgain} />
    </>
  );
}
