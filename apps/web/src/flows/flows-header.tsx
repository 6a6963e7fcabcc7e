import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FileUp, Plus, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { navigate } from '../state/route.ts';
import { createEmptyFlow } from './flow-actions.ts';
import frame from '../shell/page-frame.module.css';
import styles from './flows.module.css';

interface FlowsHeaderProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly isImporting: boolean;
  readonly onFiles: (files: Iterable<File>) => void;
}

/** Title, where the flows lie, search, import, and the one primary button. */
export function FlowsHeader({ query, onQuery, isImporting, onFiles }: FlowsHeaderProps): React.ReactElement {
  const { t, language } = useTexts();
  const workspace = useQuery({ queryKey: ['workspace'], queryFn: api.workspace, staleTime: Infinity });
  const chooser = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<unknown>();
  const project = workspace.data?.project;
  const create = (): Promise<void> =>
    createEmptyFlow(t('flows.untitled')).then((id) => navigate(`/flows/${encodeURIComponent(id)}`), setProblem);
  return (
    <header className={`${frame.header} ${styles.header}`}>
      <h1 className={frame.title}>{t('shell.flows')}</h1>
      {project !== undefined && <span className={styles.project}>{t('flows.project', { name: project })}</span>}
      <span className={styles.space}>
        {problem !== undefined && (
          <span className={styles.problem} role="alert">
            {problemText(problem, language).detail}
          </span>
        )}
      </span>
      <TextInput
        className={styles.search}
        type="search"
        aria-label={t('flows.search')}
        placeholder={t('flows.search')}
        leftSection={<Search size={14} />}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
      />
      <Button
        variant="default"
        leftSection={<FileUp size={14} />}
        loading={isImporting}
        title={t('flows.import-hint')}
        onClick={() => chooser.current?.click()}
      >
        {t('flows.import')}
      </Button>
      <Button leftSection={<Plus size={14} />} onClick={() => void create()}>
        {t('flows.new')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".json,.zip,application/json,application/zip"
        multiple
        hidden
        aria-label={t('flows.import')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </header>
  );
}
