import { NodeResizer, type Node, type NodeProps } from '@xyflow/react';
import { editNote } from '@jacquard/canvas';
import { memo, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import { Markdown } from '../../values/markdown.tsx';
import styles from './note-card.module.css';

/** A note as React Flow holds it. */
export type NoteNode = Node<{ readonly text: string }, 'note'>;

/** A Markdown note; a double click edits it. */
export const NoteCard = memo(function NoteCard({
  id,
  data: { text },
  selected,
}: NodeProps<NoteNode>): React.ReactElement {
  const { t } = useTexts();
  const [isEditing, setEditing] = useState(text === '');
  const noteId = id.slice('note:'.length);
  return (
    <div
      className={styles.note}
      data-selected={selected}
      role="note"
      aria-label={t('canvas.note')}
      onDoubleClick={() => setEditing(true)}
    >
      <NodeResizer
        isVisible={selected}
        minWidth={140}
        minHeight={60}
        onResizeEnd={(_event, size) => changeFlow(editNote(noteId, { size, position: { x: size.x, y: size.y } }))}
      />
      {isEditing ? (
        <textarea
          className={`${styles.text} nodrag nowheel`}
          aria-label={t('canvas.note-edit')}
          defaultValue={text}
          // Editing was asked for by a double click.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          onBlur={(event) => {
            setEditing(false);
            if (event.currentTarget.value !== text) changeFlow(editNote(noteId, { text: event.currentTarget.value }));
          }}
        />
      ) : (
        <div className={styles.body}>
          <Markdown text={text} />
        </div>
      )}
    </div>
  );
});
