import { ActionIcon, Button, Textarea } from '@mantine/core';
import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import styles from './message.module.css';
import type { PlacedMessage } from './message-tree.ts';
import type { ShownMessage } from './messages-with-run.ts';

interface QuestionMessageProps {
  readonly placed: PlacedMessage<ShownMessage>;
  /** Absent while nothing can be sent. */
  readonly onResend: ((text: string) => void) | undefined;
  readonly onSibling: (id: string) => void;
}

/** What a person said; it can be said differently, which begins a branch beside it. */
export function QuestionMessage({ placed, onResend, onSibling }: QuestionMessageProps): React.ReactElement {
  const { t } = useTexts();
  const [isEditing, setEditing] = useState(false);
  const { message } = placed;
  if (isEditing && onResend) {
    return (
      <QuestionEditor
        text={message.content}
        onClose={() => setEditing(false)}
        onSend={(text) => {
          setEditing(false);
          onResend(text);
        }}
      />
    );
  }
  return (
    <article className={styles.question} aria-label={t('chat.you')}>
      <div className={styles.bubble}>{message.content}</div>
      <div className={styles.questionActions}>
        <SiblingSwitch placed={placed} onSibling={onSibling} />
        {onResend && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('chat.edit')}
            title={t('chat.edit')}
            onClick={() => setEditing(true)}
          >
            <Pencil size={13} />
          </ActionIcon>
        )}
      </div>
    </article>
  );
}

function SiblingSwitch({
  placed: { message, siblings },
  onSibling,
}: Pick<QuestionMessageProps, 'placed' | 'onSibling'>): React.ReactElement | null {
  const { t } = useTexts();
  if (siblings.length < 2) return null;
  const at = siblings.indexOf(message.id);
  const go = (step: -1 | 1) => (): void => {
    const next = siblings[at + step];
    if (next !== undefined) onSibling(next);
  };
  return (
    <span className={`${styles.siblings} tabular`} role="group" aria-label={t('chat.versions')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={at === 0}
        aria-label={t('chat.version-before')}
        onClick={go(-1)}
      >
        <ChevronLeft size={14} />
      </ActionIcon>
      {`${at + 1}/${siblings.length}`}
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={at === siblings.length - 1}
        aria-label={t('chat.version-after')}
        onClick={go(1)}
      >
        <ChevronRight size={14} />
      </ActionIcon>
    </span>
  );
}

interface QuestionEditorProps {
  readonly text: string;
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
}

function QuestionEditor({ text: before, onSend, onClose }: QuestionEditorProps): React.ReactElement {
  const { t } = useTexts();
  const [text, setText] = useState(before);
  const send = (): void => {
    if (text.trim() !== '') onSend(text);
  };
  return (
    <div className={styles.editor}>
      <Textarea
        aria-label={t('chat.edit')}
        autosize
        maxRows={10}
        data-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className={styles.editorActions}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('shell.cancel')}
        </Button>
        <Button variant="light" onClick={send} disabled={text.trim() === ''}>
          {t('chat.send')}
        </Button>
      </div>
    </div>
  );
}
