import type { ListedRun } from '@jacquard/protocol';
import { api } from '../../api/api.ts';
import { queryClient, queryKeys } from '../../api/queries.ts';
import { RenameField } from '../../fields/rename-field.tsx';
import { useTexts } from '../../i18n/i18n.ts';

interface RunNameFieldProps {
  readonly run: ListedRun;
  readonly onClose: () => void;
}

/** Names a run in place. An empty name takes it away. */
export function RunNameField({ run, onClose }: RunNameFieldProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <RenameField
      name={run.name ?? ''}
      label={t('runs.name')}
      placeholder={t('runs.name')}
      size="xs"
      mayBeEmpty
      save={(name) => rename(run, name)}
      onClose={onClose}
    />
  );
}

async function rename({ id, flowId }: ListedRun, name: string): Promise<void> {
  await api.renameRun(id, name);
  await Promise.all(
    [queryKeys.runs(flowId), queryKeys.run(id)].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );
}
