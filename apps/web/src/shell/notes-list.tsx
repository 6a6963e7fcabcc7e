import { readNote } from '@jacquard/canvas';
import { useTexts } from '../i18n/i18n.ts';
import { select, shownDocument, useEditor } from '../state/editor-store.ts';
import { Markdown } from '../values/markdown.tsx';
import styles from './flow-page.module.css';
import noteStyles from './notes-list.module.css';

/** The flow's notes, to be read one after the other. */
export function NotesList(): React.ReactElement {
  const { t } = useTexts();
  const notes = useEditor((state) => shownDocument(state)?.layout?.notes);
  const entries = Object.entries(notes ?? {});
  return (
    <div className={styles.tabBody}>
      {entries.length === 0 && <p className={noteStyles.empty}>{t('shell.notes-empty')}</p>}
      {entries.map(([id, { text }]) => (
        <article key={id} className={noteStyles.note} onClick={() => select({ notes: [id] })}>
          <Markdown text={readNote(text)} />
        </article>
      ))}
    </div>
  );
}
