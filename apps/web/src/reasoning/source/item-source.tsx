import type { TraceSource } from '@jacquard/flow';
import { findCalls } from '@jacquard/protocol';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { LazyDetails } from '../../values/lazy-details.tsx';
import { ModelCallView } from '../../values/model-call/model-call-view.tsx';
import { useInsidesContext } from '../insides-context.ts';
import styles from './item-source.module.css';

interface ItemSourceProps {
  readonly source: TraceSource | undefined;
  /** What it says above; the prompt and raw text of the item, if nothing else. */
  readonly label?: string;
  readonly isOpen?: boolean;
}

/** Behind an item: what was sent to the model, and what came back, to the letter. */
export function ItemSource({ source, label, isOpen = false }: ItemSourceProps): React.ReactElement {
  const { t } = useTexts();
  if (!source) return <p className={styles.note}>{t('reasoning.no-call')}</p>;
  return (
    <LazyDetails className={styles.source} summary={label ?? t('reasoning.behind')} isOpen={isOpen}>
      {() => <Calls source={source} />}
    </LazyDetails>
  );
}

function Calls({ source }: { readonly source: TraceSource }): React.ReactElement {
  const { t } = useTexts();
  const { calls, runId, isRunning } = useInsidesContext();
  const found = useMemo(() => findCalls(calls, source), [calls, source]);
  if (found.length === 0) {
    return <p className={styles.note}>{t(isRunning ? 'reasoning.call-going' : 'reasoning.call-lost')}</p>;
  }
  return (
    <>
      {found.map(({ data, sample }, index) => (
        <ModelCallView
          // A call has no identity but its place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          data={data}
          runId={runId}
          number={index + 1}
          sample={sample}
          isOpen={found.length === 1}
        />
      ))}
    </>
  );
}
