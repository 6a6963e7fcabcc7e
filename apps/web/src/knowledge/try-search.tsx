import { Button, TextInput } from '@mantine/core';
import type { KnowledgeBaseState, searchAnswerSchema } from '@jacquard/protocol';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { knowledgeApi } from '../api/knowledge-api.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './documents.module.css';
import pageStyles from './knowledge.module.css';
import { SearchResults } from './search-results.tsx';
import { ProblemLine } from './problem-line.tsx';

export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

interface TrySearchProps {
  readonly base: KnowledgeBaseState;
}

/** A search in the base, to see what flows would be given. */
export function TrySearch({ base }: TrySearchProps): React.ReactElement {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const { answer, problem, isBusy, search, forget } = useSearch(base.id);
  return (
    <section aria-labelledby="try-search">
      <h2 className={pageStyles.sectionTitle} id="try-search">
        {t('knowledge.try-search')}
      </h2>
      <form
        className={styles.searchForm}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search(query);
        }}
      >
        <TextInput
          className={styles.searchBox}
          type="search"
          aria-label={t('knowledge.search-box')}
          placeholder={t('knowledge.search-box')}
          leftSection={<Search size={15} />}
          maxLength={100_000}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            if (event.currentTarget.value === '') forget();
          }}
        />
        <Button type="submit" variant="light" h={36} disabled={query.trim() === ''} loading={isBusy}>
          {t('knowledge.search')}
        </Button>
      </form>
      <ProblemLine problem={problem} />
      {answer && (
        <SearchResults key={answer.report.query} base={base.id} sources={base.document.sources} answer={answer} />
      )}
    </section>
  );
}

interface KnowledgeSearch {
  readonly answer: SearchAnswer | undefined;
  readonly problem: unknown;
  readonly isBusy: boolean;
  readonly search: (query: string) => Promise<void>;
  readonly forget: () => void;
}

/** The last search that was asked; an earlier one that is still on its way is left. */
function useSearch(id: string): KnowledgeSearch {
  const [answer, setAnswer] = useState<SearchAnswer>();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const current = useRef<AbortController>(undefined);
  const search = async (query: string): Promise<void> => {
    if (query.trim() === '') return;
    current.current?.abort();
    const abort = new AbortController();
    current.current = abort;
    setBusy(true);
    try {
      const found = await knowledgeApi.search(id, { query, top: 8 }, abort.signal);
      if (abort.signal.aborted) return;
      setAnswer(found);
      setProblem(undefined);
    } catch (error) {
      if (abort.signal.aborted) return;
      setProblem(error);
    }
    setBusy(false);
  };
  const forget = (): void => {
    current.current?.abort();
    setAnswer(undefined);
    setProblem(undefined);
    setBusy(false);
  };
  return { answer, problem, isBusy, search, forget };
}
