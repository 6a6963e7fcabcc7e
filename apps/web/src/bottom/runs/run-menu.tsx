import { ActionIcon, Menu } from '@mantine/core';
import type { ListedRun } from '@jacquard/protocol';
import { Columns2, Download, Ellipsis } from 'lucide-react';
import { runExportAddress } from '../../api/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { compareRuns } from '../../runs/comparison-store.ts';
import { useRun } from '../../state/run-store.ts';

interface RunMenuProps {
  readonly run: ListedRun;
  readonly time: string;
}

/** What can be done with a run besides opening, pinning and deleting it. */
export function RunMenu({ run, time }: RunMenuProps): React.ReactElement {
  const { t } = useTexts();
  const shown = useRun(({ view, file }) => (file === undefined ? view?.runId : undefined));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('runs.menu', { time })}>
          <Ellipsis size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Columns2 size={13} />}
          disabled={shown === undefined || shown === run.id}
          onClick={() => shown !== undefined && compareRuns(shown, run.id)}
        >
          {t('runs.compare-with-shown')}
        </Menu.Item>
        <Menu.Item component="a" href={runExportAddress(run.id)} download leftSection={<Download size={13} />}>
          {t('runs.export')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
