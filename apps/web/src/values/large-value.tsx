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
  readonly isShort: boolean;
  /** Draws the value once it is here. */
  readonly children: (value: JsonValue) => React.ReactElement;
}

/** A value too large for events: how it begins, and all of it when a person asks. */
export function LargeValue({ reference, runId, isShort, children }: LargeValueProps): React.ReactElement {
  const { t, language } = useTexts();
  const [isAsked, setAsked] = useState(false);
  const whole = useQuery({
    queryKey: ['value', runId, reference.ref],
    queryFn: () => api.runValue(runId ?? '', reference.ref),
    enabled: isAsked && runId !== undefined,
    staleTime: Infinity,
  });
  if (isShort) return <p className={styles.plain}>{reference.preview}</p>;
  if (whole.data !== undefined) return children(whole.data);
  return (
    <>
      <p className={styles.plain}>{reference.preview}…</p>
      {whole.error && <p role="alert">{problemText(whole.error, language).detail}</p>}
      <Button
        variant="default"
        onClick={() => setAsked(true)}
        disabled={runId === undefined}
        leftSection={whole.isFetching && <Loader size={12} />}
      >
        {t('panels.show-all', { size: formatBytes(reference.size, language) })}
      </Button>
    </>
  );
}
