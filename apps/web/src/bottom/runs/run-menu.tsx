import { ActionIcon, Menu } from '@mantine/core';
import type { ListedRun } from '@jacquard/protocol';
import { Columns2, Download, Ellipsis, FlaskConical, PenLine } from 'lucide-react';
import { useRef } from 'react';
import { runExportAddress } from '../../api/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { compareRuns } from '../../runs/comparison-store.ts';
import { makeTestOf } from '../../runs/make-test-of.ts';
import { useRun } from '../../state/run-store.ts';

interface RunMenuProps {
  readonly run: ListedRun;
  readonly time: string;
  readonly onRename: () => void;
}

/** What can be done with a run besides opening, pinning and deleting it. */
export function RunMenu({ run, time, onRename }: RunMenuProps): React.ReactElement {
  const { t } = useTexts();
  const shown = useRun(({ view, file }) => (file === undefined ? view?.runId : undefined));
  const opener = useRef<HTMLButtonElement>(null);
  const isRenaming = useRef(false);
  const returnFocus = (): void => {
    if (!isRenaming.current) opener.current?.focus();
    isRenaming.current = false;
  };
  return (
    // The focus goes back to the button, unless it goes to the field of the name.
    <Menu position="bottom-end" returnFocus={false} onClose={returnFocus}>
      <Menu.Target>
        <ActionIcon ref={opener} variant="subtle" color="gray" aria-label={t('runs.menu', { time })}>
          <Ellipsis size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<PenLine size={13} />}
          onClick={() => {
            isRenaming.current = true;
            onRename();
          }}
        >
          {t('runs.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Columns2 size={13} />}
          disabled={shown === undefined || shown === run.id}
          onClick={() => shown !== undefined && compareRuns(shown, run.id)}
        >
          {t('runs.compare-with-shown')}
        </Menu.Item>
        <Menu.Item
          leftSection={<FlaskConical size={13} />}
          disabled={run.status !== 'completed' && run.status !== 'failed'}
          onClick={() => void makeTestOf(run.flowId, run.id)}
        >
          {t('runs.make-test')}
        </Menu.Item>
        <Menu.Item component="a" href={runExportAddress(run.id)} download leftSection={<Download size={13} />}>
          {t('runs.export')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
