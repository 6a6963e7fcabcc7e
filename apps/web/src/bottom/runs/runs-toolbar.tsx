import { Button, Select, TextInput } from '@mantine/core';
import { Columns2, FileUp, Search } from 'lucide-react';
import { useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { compareChosen, useComparison } from '../../runs/comparison-store.ts';
import { openRunFileHere } from '../../runs/open-run-file.ts';
import { runStatuses, statusText } from './status-text.ts';
import type { RunsFilter } from './use-runs.ts';
import styles from './runs.module.css';

interface RunsToolbarProps {
  readonly filter: RunsFilter;
  readonly onFilter: (filter: RunsFilter) => void;
}

/** Search among the runs, comparing the two that are chosen, and opening a run from a file. */
export function RunsToolbar({ filter, onFilter }: RunsToolbarProps): React.ReactElement {
  const { t } = useTexts();
  const chosen = useComparison((state) => state.chosen.length);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.toolbar}>
      <TextInput
        type="search"
        className={styles.search}
        aria-label={t('runs.search')}
        placeholder={t('runs.search')}
        leftSection={<Search size={13} />}
        value={filter.text}
        maxLength={200}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <Select
        className={styles.state}
        aria-label={t('panels.run-state')}
        placeholder={t('runs.any-state')}
        clearable
        data={runStatuses.map((value) => ({ value, label: statusText(value, t) }))}
        value={filter.status ?? null}
        onChange={(value) => onFilter({ ...filter, status: runStatuses.find((one) => one === value) })}
      />
      <span className={styles.space} />
      <Button
        variant="default"
        leftSection={<Columns2 size={13} />}
        disabled={chosen !== 2}
        title={chosen === 2 ? undefined : t('runs.compare-hint')}
        onClick={compareChosen}
      >
        {t('runs.compare')}
      </Button>
      <Button
        variant="default"
        leftSection={<FileUp size={13} />}
        title={t('runs.open-file-hint')}
        onClick={() => chooser.current?.click()}
      >
        {t('runs.open-file')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('runs.open-file')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void openRunFileHere(file);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
