import { Button } from '@mantine/core';
import type { Example } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { openRight } from '../state/panel-store.ts';
import { navigate } from '../state/route.ts';
import frame from '../shell/page-frame.module.css';
import styles from './flows.module.css';
import { searchFlows } from './search-flows.ts';

/** Flows that come with the product, and what each shows; opening one makes a copy of it. */
export function ExamplesList({ query }: { readonly query: string }): React.ReactElement | null {
  const { t, language } = useTexts();
  const { data, error } = useQuery({ queryKey: queryKeys.examples(language), queryFn: () => api.examples(language) });
  const examples = searchFlows(data?.examples ?? [], query);
  if (examples.length === 0 && !error) return null;
  return (
    <section aria-labelledby="examples-title">
      <h2 className={styles.sectionTitle} id="examples-title">
        {t('flows.examples')}
      </h2>
      <p className={styles.sectionText}>{t('flows.examples-text')}</p>
      {error && <p role="alert">{problemText(error, language).detail}</p>}
      <ul className={frame.cards}>
        {examples.map((example) => (
          <ExampleCard key={example.id} example={example} />
        ))}
      </ul>
    </section>
  );
}

function ExampleCard({ example }: { readonly example: Example }): React.ReactElement {
  const { t, language } = useTexts();
  const [isOpening, setOpening] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const open = async (): Promise<void> => {
    setOpening(true);
    try {
      const { id } = await api.createExample(example.id, language);
      await queryClient.invalidateQueries({ queryKey: queryKeys.flows });
      openRight('chat');
      navigate(`/flows/${encodeURIComponent(id)}`);
    } catch (error) {
      setProblem(error);
      setOpening(false);
    }
  };
  return (
    <li className={`${frame.card} ${styles.card}`}>
      <h3 className={styles.exampleName}>{example.name}</h3>
      <p className={styles.description}>{example.description}</p>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </p>
      )}
      <div className={styles.cardFoot}>
        <Button
          variant="default"
          loading={isOpening}
          aria-label={t('flows.open-example', { name: example.name })}
          onClick={() => void open()}
        >
          {t('flows.open')}
        </Button>
      </div>
    </li>
  );
}
