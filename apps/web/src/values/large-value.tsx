import { Button, Loader } from '@mantine/core';
import type { JsonValue, ValueReference } from '@jacquard/flow';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from './file-line.tsx';
import styles from './value-view.module.css';

interface LargeValueProps {
  readonly reference: ValueReference;
  readonly runId: string | undefined;
  /** Draws the value once it is here. */
  readonly children: (value: JsonValue) => React.ReactElement;
}

/** Up to here a value is fetched as soon as it is looked at, in bytes: not more than a picture. */
const soon = 2_000_000;
/** Beyond this reading it would hold the page up: it is saved as a file instead. */
const most = 24_000_000;

/** A value too large for events: how it begins, and all of it, at once or when a person asks. */
export function LargeValue({ reference, runId, children }: LargeValueProps): React.ReactElement {
  const { t, language } = useTexts();
  const [isAsked, setAsked] = useState(reference.size <= soon);
  const whole = useQuery({
    queryKey: ['value', runId, reference.ref],
    queryFn: () => api.runValue(runId ?? '', reference.ref),
    enabled: isAsked && runId !== undefined,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  if (whole.data !== undefined) return children(whole.data);
  const size = formatBytes(reference.size, language);
  return (
    <>
      {whole.error && <p role="alert">{problemText(whole.error, language).detail}</p>}
      {reference.size > most ? (
        <Button component="a" variant="default" href={addressOf(reference, runId)} download="value.json">
          {t('faces.too-large', { size })}
        </Button>
      ) : (
        <Button
          variant="default"
          onClick={() => (whole.error ? void whole.refetch() : setAsked(true))}
          disabled={runId === undefined || whole.isFetching}
          leftSection={whole.isFetching && <Loader size={12} />}
        >
          {t('panels.show-all', { size })}
        </Button>
      )}
      <p className={styles.plain}>{reference.preview}…</p>
    </>
  );
}

function addressOf({ ref }: ValueReference, runId: string | undefined): string {
  return `/api/v1/runs/${encodeURIComponent(runId ?? '')}/values/${encodeURIComponent(ref)}`;
}
