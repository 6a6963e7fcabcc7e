import { ActionIcon } from '@mantine/core';
import { Search, X } from 'lucide-react';
import { useId } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import styles from './flow-search.module.css';
import { ResultList } from './result-list.tsx';
import { closeSearch, useSearch } from './search-store.ts';
import { useResultKeys } from './use-result-keys.ts';
import { useSearchGroups } from './use-search-groups.ts';

/** The field of the search, and what it finds. */
export function SearchBox(): React.ReactElement {
  const { t } = useTexts();
  const id = useId();
  const query = useSearch((state) => state.query);
  const groups = useSearchGroups(query);
  const keys = useResultKeys(groups.flatMap((group) => group.results));
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <search className={styles.box} data-covers-canvas onKeyDown={keys.onKeyDown}>
      <div className={styles.line}>
        <Search size={15} aria-hidden />
        <input
          className={styles.field}
          data-flow-search
          role="combobox"
          aria-label={t('editing.search')}
          aria-expanded={count > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={keys.active < 0 ? undefined : `${id}-${keys.active}`}
          aria-autocomplete="list"
          // The search was asked for by a key or a click: the field is where the person is.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          placeholder={t('editing.search-hint')}
          value={query}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            useSearch.setState({ query: event.currentTarget.value });
            keys.reset();
          }}
        />
        <span className={styles.count} role="status">
          {query.trim() === '' ? '' : t('editing.search-count', { count })}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('editing.close')}
          onClick={() => closeSearch()}
        >
          <X size={15} />
        </ActionIcon>
      </div>
      <ResultList id={id} groups={groups} active={keys.active} onGo={keys.go} />
    </search>
  );
}
