import type { CitedAnswer } from '@jacquard/flow';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './cited.module.css';

interface SearchLineProps {
  readonly searched: NonNullable<CitedAnswer['searched']>;
  /** Asks again with other words; absent while nothing can be sent. */
  readonly onSearch?: ((text: string) => void) | undefined;
}

/** What was searched, how and where; the words can be changed, and are asked again. */
export function SearchLine({ searched, onSearch }: SearchLineProps): React.ReactElement {
  const { t } = useTexts();
  const [isEditing, setEditing] = useState(false);
  const { query, mode, meaning, usesHistory, baseName, documents } = searched;
  if (isEditing && onSearch) {
    return (
      <SearchEditor
        query={query}
        onClose={() => setEditing(false)}
        onSearch={(text) => {
          setEditing(false);
          onSearch(text);
        }}
      />
    );
  }
  const how = mode === 'hybrid' && meaning !== 'used' ? 'keyword' : mode;
  const where = baseName ?? t('sources.these-passages');
  return (
    <p className={styles.search}>
      <span>
        {t(usesHistory ? 'sources.searched-together' : 'sources.searched', { query: shortened(query) })}{' '}
        {t(`sources.mode-${how}`)} · {t('sources.searched-in', { base: where, count: documents })}
      </span>
      {onSearch && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('sources.edit-search')}
          title={t('sources.edit-search')}
          onClick={() => setEditing(true)}
        >
          <Pencil size={13} />
        </ActionIcon>
      )}
    </p>
  );
}

function shortened(query: string): string {
  return query.length > 160 ? `${query.slice(0, 150)}…` : query;
}

interface SearchEditorProps {
  readonly query: string;
  readonly onSearch: (text: string) => void;
  readonly onClose: () => void;
}

function SearchEditor({ query, onSearch, onClose }: SearchEditorProps): React.ReactElement {
  const { t } = useTexts();
  const [text, setText] = useState(query);
  return (
    <form
      className={styles.searchEditor}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onSearch(text.trim());
      }}
    >
      <TextInput
        aria-label={t('sources.edit-search')}
        size="xs"
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Button type="submit" size="xs" variant="light" disabled={text.trim() === ''}>
        {t('sources.search-again')}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
        {t('shell.cancel')}
      </Button>
    </form>
  );
}
