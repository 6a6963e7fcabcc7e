import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';
import { GuideCards } from '../guides/guide-cards.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { PageMessage } from '../shell/page-message.tsx';
import { useFileDrop } from '../state/use-file-drop.ts';
import { ExamplesList } from './examples-list.tsx';
import { FlowCard } from './flow-card.tsx';
import { FlowsHeader } from './flows-header.tsx';
import frame from '../shell/page-frame.module.css';
import styles from './flows.module.css';
import { ImportReport } from './import-report.tsx';
import { searchFlows } from './search-flows.ts';
import { flowOrders, sortFlows, type FlowOrder } from './sort-flows.ts';
import { useImport } from './use-import.ts';

/** "My flows": all of them, the examples, and the ways to a new one. Files may be dropped anywhere, and a flow pasted. */
export function FlowsPage(): React.ReactElement {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const { importFiles, isImporting, refused, forget } = useImport(t('flows.pasted'));
  const drop = useFileDrop(importFiles);
  return (
    <div className={frame.page} {...drop}>
      <FlowsHeader query={query} onQuery={setQuery} isImporting={isImporting} onFiles={importFiles} />
      <main className={frame.body}>
        <div className={styles.content}>
          <ImportReport refused={refused} onClose={forget} />
          {query.trim() === '' && <Guides />}
          <OwnFlows query={query} />
          <ExamplesList query={query} />
        </div>
      </main>
      {drop['data-over'] && <p className={styles.dropHint}>{t('flows.drop')}</p>}
    </div>
  );
}

/** What one might want to do: each leads to a flow that does it. */
function Guides(): React.ReactElement {
  const { t } = useTexts();
  return (
    <section className={styles.guides} aria-labelledby="guides-title">
      <h2 className={styles.sectionTitle} id="guides-title">
        {t('guides.title')}
      </h2>
      <p className={styles.sectionText}>{t('guides.text')}</p>
      <GuideCards />
    </section>
  );
}

function OwnFlows({ query }: { readonly query: string }): React.ReactElement {
  const { t, language } = useTexts();
  const [order, setOrder] = useState<FlowOrder>('changed');
  const { data, error, refetch } = useQuery({ queryKey: queryKeys.flows, queryFn: api.flows });
  const [now] = useState(() => Date.now());
  if (error && !data) return <PageMessage problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p className={styles.quiet}>{t('shell.loading')}</p>;
  const flows = sortFlows(searchFlows(data.flows, query), order, language);
  if (data.flows.length === 0) return <p className={styles.empty}>{t('flows.empty')}</p>;
  if (flows.length === 0) return <p className={styles.empty}>{t('flows.none-found', { query })}</p>;
  const latest = Math.max(now, ...flows.map(({ updatedAt }) => updatedAt));
  return (
    <section aria-labelledby="own-flows">
      <div className={styles.listHead}>
        <h2 className={styles.listTitle} id="own-flows">
          {t('flows.own')}
        </h2>
        {data.flows.length > 1 && (
          <SegmentedControl
            size="sm"
            aria-label={t('flows.order')}
            data={flowOrders.map((value) => ({ value, label: t(`flows.order-${value}`) }))}
            value={order}
            onChange={(value) => setOrder(flowOrders.find((one) => one === value) ?? 'changed')}
          />
        )}
      </div>
      <ul className={frame.cards} aria-label={t('shell.flows')}>
        {flows.map((flow) => (
          <FlowCard key={flow.id} flow={flow} now={latest} />
        ))}
      </ul>
    </section>
  );
}
