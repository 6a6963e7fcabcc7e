import { Button, TextInput } from '@mantine/core';
import type { KnowledgeBaseState } from '@jacquard/protocol';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';
import { DocumentTable } from './document-table.tsx';
import styles from './knowledge.module.css';
import { isNoted, listFiles, type FileView } from './list-files.ts';

/** How many rows are drawn at first, and more each time. */
const pageSize = 100;
/** From how many documents on they can be searched by name. */
const long = 8;

/** The documents of a base: all, or those that could not be read, or those asked for. */
export function DocumentsSection({ base }: { readonly base: KnowledgeBaseState }): React.ReactElement {
  const { t, language } = useTexts();
  const [view, setView] = useState<FileView>({ query: '', only: 'all', order: 'name', isDescending: false });
  const [shown, setShown] = useState(pageSize);
  const change = (next: Partial<FileView>): void => setView((known) => ({ ...known, ...next }));
  const files = useMemo(() => listFiles(base.files, view), [base.files, view]);
  const hidden = files.length - shown;
  return (
    <section aria-labelledby="documents">
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle} id="documents">
          {t('knowledge.documents-title')}
        </h2>
        <OnlyChips base={base} only={view.only} onOnly={(only) => change({ only })} />
        <span className={styles.space} />
        {base.files.length > long && (
          <TextInput
            className={styles.search}
            type="search"
            aria-label={t('knowledge.find-document')}
            placeholder={t('knowledge.find-document')}
            leftSection={<Search size={14} />}
            value={view.query}
            onChange={(event) => change({ query: event.currentTarget.value })}
          />
        )}
      </div>
      {files.length === 0 ? (
        <p className={styles.empty}>{t('knowledge.none-listed')}</p>
      ) : (
        <DocumentTable base={base} files={files.slice(0, shown)} view={view} onView={change} />
      )}
      {hidden > 0 && (
        <p className={styles.more}>
          <span>{t('knowledge.more-documents', { count: hidden, number: formatCount(hidden, language) })}</span>
          <Button variant="default" onClick={() => setShown(shown + pageSize)}>
            {t('knowledge.show-more', { count: Math.min(hidden, pageSize) })}
          </Button>
        </p>
      )}
    </section>
  );
}

interface OnlyChipsProps {
  readonly base: KnowledgeBaseState;
  readonly only: FileView['only'];
  readonly onOnly: (only: FileView['only']) => void;
}

/** What needs a look is one click away; nothing shows when all is well. */
function OnlyChips({ base, only, onOnly }: OnlyChipsProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const failed = base.files.filter(({ state }) => state === 'failed').length;
  const noted = base.files.filter(isNoted).length;
  if (failed + noted === 0 && only === 'all') return null;
  const chip = (name: FileView['only'], label: string): React.ReactElement => (
    <button
      type="button"
      className={styles.chip}
      data-tone={name}
      aria-pressed={only === name}
      onClick={() => onOnly(name)}
    >
      {label}
    </button>
  );
  return (
    <div className={styles.chips} role="group" aria-label={t('knowledge.show-only')}>
      {chip('all', t('knowledge.all', { number: formatCount(base.files.length, language) }))}
      {failed > 0 &&
        chip('failed', t('knowledge.failed-count', { count: failed, number: formatCount(failed, language) }))}
      {noted > 0 && chip('noted', t('knowledge.noted-count', { count: noted, number: formatCount(noted, language) }))}
    </div>
  );
}
