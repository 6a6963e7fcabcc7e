import { TextInput } from '@mantine/core';
import type { ListedRun } from '@jacquard/protocol';
import { useRef, useState } from 'react';
import { api } from '../../api/api.ts';
import { problemText } from '../../api/problem-text.ts';
import { queryClient, queryKeys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/i18n.ts';

interface RunNameFieldProps {
  readonly run: ListedRun;
  readonly onClose: () => void;
}

/** Names a run in place: Enter or leaving keeps the name, Escape doesn't. An empty name takes it away. */
export function RunNameField({ run, onClose }: RunNameFieldProps): React.ReactElement {
  const { t, language } = useTexts();
  const [name, setName] = useState(run.name ?? '');
  const [problem, setProblem] = useState<unknown>();
  const isDone = useRef(false);
  const close = (): void => {
    isDone.current = true;
    onClose();
  };
  const save = async (): Promise<void> => {
    if (isDone.current) return;
    const wanted = name.trim();
    if (wanted === (run.name ?? '')) return close();
    try {
      await api.renameRun(run.id, wanted);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.runs(run.flowId) }),
        queryClient.invalidateQueries({ queryKey: queryKeys.run(run.id) }),
      ]);
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <TextInput
      size="xs"
      aria-label={t('runs.name')}
      placeholder={t('runs.name')}
      autoFocus
      maxLength={200}
      value={name}
      error={problem === undefined ? undefined : problemText(problem, language).detail}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    />
  );
}
