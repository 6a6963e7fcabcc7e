import type { KnowledgeFile, KnowledgeProgress } from '@jacquard/protocol';
import { memo, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { openDocument } from '../state/source-store.ts';
import { formatBytes } from '../values/file-line.tsx';
import { formatCount } from '../values/format-duration.ts';
import { replaceFile } from './base-actions.ts';
import { pathInBase } from './base-folder.ts';
import { DeleteDocument } from './delete-document.tsx';
import { DocumentActions } from './document-actions.tsx';
import { DocumentNotes } from './document-notes.tsx';
import { DocumentState } from './document-state.tsx';
import styles from './documents.module.css';
import { languageNames } from './language-limit.ts';
import { typeLabel } from './list-files.ts';
import { PassagesView } from './passages-view.tsx';

interface DocumentRowProps {
  readonly base: string;
  /** The patterns that the base takes in. */
  readonly sources: readonly string[];
  readonly file: KnowledgeFile;
  readonly reading: KnowledgeProgress['reading'][number] | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (source: string | undefined) => void;
}

/** One document; below it what is said of it, and its passages when they are looked at. Drawn anew only for its own data. */
export const DocumentRow = memo(function DocumentRow(props: DocumentRowProps): React.ReactElement {
  const { base, sources, file, reading, isOpen, onOpen } = props;
  const { language } = useTexts();
  const [isDeleting, setDeleting] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const path = pathInBase(file.source, sources);
  const hasMore = isDeleting || isOpen || problem !== undefined || hasNotes(file);
  return (
    <>
      <tr className={styles.row} data-more={hasMore}>
        <th scope="row">
          <DocumentName base={base} path={path} file={file} />
        </th>
        <td>{typeLabel(file)}</td>
        <td data-number>{file.pages === undefined ? '–' : formatCount(file.pages, language)}</td>
        <td data-number>{file.state === 'ready' ? formatCount(file.passages, language) : '–'}</td>
        <td className={styles.languages}>{languageNames(file.languages, language) || '–'}</td>
        <td data-number>{formatBytes(file.size, language)}</td>
        <td>
          <DocumentState file={file} reading={reading} />
        </td>
        <td className={styles.rowActions}>
          <DocumentActions
            name={path}
            passages={file.passages}
            isOpen={isOpen}
            onPassages={() => onOpen(isOpen ? undefined : file.source)}
            onReplace={(chosen) =>
              replaceFile(base, sources, file.source, chosen).then(() => setProblem(undefined), setProblem)
            }
            onDelete={() => setDeleting(true)}
          />
        </td>
      </tr>
      {hasMore && (
        <tr className={styles.moreRow}>
          <td colSpan={8}>
            <DocumentNotes file={file} problem={problem} />
            {isDeleting && <DeleteDocument base={base} name={path} file={file} onClose={() => setDeleting(false)} />}
            {isOpen && <PassagesView base={base} file={file} />}
          </td>
        </tr>
      )}
    </>
  );
});

function hasNotes({ problem, warnings, unread }: KnowledgeFile): boolean {
  return problem !== undefined || warnings.length + unread.length > 0;
}

interface DocumentNameProps {
  readonly base: string;
  readonly path: string;
  readonly file: KnowledgeFile;
}

/** The file's name, which opens it, with the folder that it lies in. */
function DocumentName({ base, path, file }: DocumentNameProps): React.ReactElement {
  const { t } = useTexts();
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  return (
    <>
      {file.state === 'ready' ? (
        <button
          type="button"
          className={styles.documentName}
          title={name}
          aria-label={t('knowledge.open-named', { name })}
          onClick={() => openDocument(base, file.source, file.sha256)}
        >
          {name}
        </button>
      ) : (
        <span className={styles.documentName} title={name}>
          {name}
        </span>
      )}
      {slash > 0 && (
        <span className={styles.folder} title={path.slice(0, slash)}>
          {path.slice(0, slash)}
        </span>
      )}
    </>
  );
}
