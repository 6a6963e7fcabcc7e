import { Button, Menu, Select } from '@mantine/core';
import type { FlowTestView } from '@jacquard/protocol';
import { Download, Ellipsis, FileUp, Play, Plus, RotateCcw, Square, Trash2, Zap } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { DeleteTestsDialog } from './delete-tests-dialog.tsx';
import { exportTest } from './export-test.ts';
import { flowTestsRequests } from './flow-tests-requests.ts';
import styles from './flow-tests.module.css';
import { importTest } from './import-test.ts';
import { attempt, showCase, useTests } from './tests-store.ts';
import { isRunning, refreshTests } from './use-flow-tests.ts';

interface TestsToolbarProps {
  readonly flowId: string;
  readonly tests: readonly FlowTestView[];
  readonly shown: FlowTestView | undefined;
}

/** Runs all cases, says how they stand, and holds what can be done with the file. */
export function TestsToolbar({ flowId, tests, shown }: TestsToolbarProps): React.ReactElement {
  const { t } = useTexts();
  const run = (mode?: 'live' | 'record'): void =>
    void attempt(async () => {
      if (shown === undefined) return;
      await flowTestsRequests.run(flowId, shown.id, mode === undefined ? {} : { mode });
      await refreshTests(flowId);
    });
  const isBusy = shown !== undefined && isRunning(shown);
  return (
    <div className={styles.toolbar}>
      {tests.length > 1 && shown !== undefined && (
        <Select
          size="xs"
          aria-label={t('tests.file')}
          data={tests.map(({ id }) => ({ value: id, label: `${id}.flow-test.json` }))}
          value={shown.id}
          allowDeselect={false}
          onChange={(id) => id !== null && showCase(id, undefined)}
        />
      )}
      {isBusy ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<Square size={13} />}
          onClick={() => void attempt(() => flowTestsRequests.stop(flowId, shown.id))}
        >
          {t('tests.stop')}
        </Button>
      ) : (
        <Button
          variant="default"
          size="xs"
          leftSection={<Play size={13} />}
          disabled={shown === undefined || shown.cases.length === 0}
          onClick={() => run()}
        >
          {t('tests.run-all')}
        </Button>
      )}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<Plus size={13} />}
        onClick={() => useTests.setState({ editing: 'new', problem: undefined })}
      >
        {t('tests.new-case')}
      </Button>
      {shown && <Summary test={shown} />}
      <span className={styles.space} />
      <MoreMenu flowId={flowId} shown={shown} onRun={run} />
    </div>
  );
}

function Summary({ test }: { readonly test: FlowTestView }): React.ReactElement {
  const { t } = useTexts();
  const count = (status: string): number =>
    test.cases.filter(({ result, running }) => !running && result?.status === status).length;
  const failed = count('failed') + count('error');
  return (
    <span className={styles.summary} role="status">
      <span data-state="passed">{t('tests.passed-count', { count: count('passed') })}</span>
      {failed > 0 && <span data-state="failed">{t('tests.failed-count', { count: failed })}</span>}
    </span>
  );
}

interface MoreMenuProps {
  readonly flowId: string;
  readonly shown: FlowTestView | undefined;
  readonly onRun: (mode: 'live' | 'record') => void;
}

function MoreMenu({ flowId, shown, onRun }: MoreMenuProps): React.ReactElement {
  const { t } = useTexts();
  const chooser = useRef<HTMLInputElement>(null);
  const isReadable = shown?.test !== undefined;
  const [isDeleting, setDeleting] = useState(false);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".json"
        hidden
        aria-label={t('tests.import')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void importTest(flowId, file);
          currentTarget.value = '';
        }}
      />
      {isDeleting && shown && <DeleteTestsDialog flowId={flowId} test={shown} onClose={() => setDeleting(false)} />}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" color="gray" size="xs" aria-label={t('tests.more')}>
            <Ellipsis size={14} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<RotateCcw size={13} />} disabled={!isReadable} onClick={() => onRun('record')}>
            {t('tests.record-all')}
          </Menu.Item>
          <Menu.Item leftSection={<Zap size={13} />} disabled={!isReadable} onClick={() => onRun('live')}>
            {t('tests.run-live')}
          </Menu.Item>
          <Menu.Item leftSection={<FileUp size={13} />} onClick={() => chooser.current?.click()}>
            {t('tests.import')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Download size={13} />}
            disabled={!isReadable}
            onClick={() => shown && void attempt(() => exportTest(flowId, shown.id))}
          >
            {t('tests.export')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Trash2 size={13} />}
            color="red"
            disabled={shown === undefined}
            onClick={() => setDeleting(true)}
          >
            {t('tests.delete-file')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
