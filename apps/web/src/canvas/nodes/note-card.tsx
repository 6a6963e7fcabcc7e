import { NodeResizer, NodeToolbar, Position, type Node, type NodeProps } from '@xyflow/react';
import { ActionIcon } from '@mantine/core';
import { deleteSelection, editNote, type ThemeColor } from '@jacquard/canvas';
import { Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import { Markdown } from '../../values/markdown.tsx';
import { ColorChoice } from '../structure/color-choice.tsx';
import { endNaming, useNaming, writeNote } from '../structure/naming-store.ts';
import { toneOf } from '../structure/tone-of.ts';
import styles from './note-card.module.css';

/** A note as React Flow holds it. */
export type NoteNode = Node<{ readonly text: string; readonly color: ThemeColor }, 'note'>;

/** A Markdown note; a double click or Enter writes it. */
export const NoteCard = memo(function NoteCard({
  id,
  data: { text, color },
  selected,
}: NodeProps<NoteNode>): React.ReactElement {
  const { t } = useTexts();
  const noteId = id.slice('note:'.length);
  const isEditable = useEditor(({ peek }) => peek === undefined);
  const isAsked = useNaming(({ note }) => note === noteId) && isEditable;
  return (
    <div
      className={styles.note}
      data-selected={selected}
      style={{ '--tone': toneOf(color) }}
      role="note"
      aria-label={t('canvas.note')}
      onDoubleClick={() => isEditable && writeNote(noteId)}
    >
      <NodeResizer
        isVisible={selected && isEditable}
        minWidth={140}
        minHeight={60}
        onResizeEnd={(_event, size) => changeFlow(editNote(noteId, { size, position: { x: size.x, y: size.y } }))}
      />
      <NoteTools id={noteId} color={color} isShown={selected && isEditable && !isAsked} />
      {isAsked ? (
        <NoteText id={noteId} text={text} />
      ) : (
        <div className={`${styles.body} ${selected ? 'nowheel' : ''}`} tabIndex={selected ? 0 : undefined}>
          {text === '' ? <p className={styles.empty}>{t('structure.note-empty')}</p> : <Markdown text={text} />}
        </div>
      )}
    </div>
  );
});

interface NoteToolsProps {
  readonly id: string;
  readonly color: ThemeColor;
  readonly isShown: boolean;
}

/** What can be done with a selected note, above it. */
function NoteTools({ id, color, isShown }: NoteToolsProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <NodeToolbar isVisible={isShown} position={Position.Top} align="start" offset={8}>
      <div className={`${styles.tools} nodrag nopan`} role="toolbar" aria-label={t('structure.note-tools')}>
        <ColorChoice color={color} onChoose={(chosen) => changeFlow(editNote(id, { color: chosen }))} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('structure.note-write')}
          title={t('structure.note-write')}
          onClick={() => writeNote(id)}
        >
          <Pencil size={14} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('structure.note-delete')}
          title={t('structure.note-delete')}
          onClick={() => changeFlow(deleteSelection({ notes: [id] }))}
        >
          <Trash2 size={14} />
        </ActionIcon>
      </div>
    </NodeToolbar>
  );
}

/** The Markdown of a note while it is written. Escape or a click elsewhere ends it. */
function NoteText({ id, text }: { readonly id: string; readonly text: string }): React.ReactElement {
  const { t } = useTexts();
  const [written, setWritten] = useState(text);
  return (
    <textarea
      className={`${styles.text} nodrag nowheel`}
      aria-label={t('canvas.note-edit')}
      placeholder={t('structure.note-placeholder')}
      value={written}
      maxLength={100_000}
      // Writing was asked for: by a new note, a double click or Enter.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      onChange={(event) => setWritten(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (!isDone) return;
        const element = event.currentTarget.closest<HTMLElement>('.react-flow__node');
        event.currentTarget.blur();
        element?.focus();
      }}
      onBlur={() => {
        endNaming();
        if (written !== text) changeFlow(editNote(id, { text: written }));
      }}
    />
  );
}
