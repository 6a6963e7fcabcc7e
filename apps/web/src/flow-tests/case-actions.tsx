import { ActionIcon, Button } from '@mantine/core';
import type { FlowTestView, ListedCase } from '@jacquard/protocol';
import { Check, History, PenLine, Play, RotateCcw, Trash2 } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { withoutCase } from './edit-test.ts';
import { flowTestsRequests } from './flow-tests-requests.ts';
import { openPastRun } from './open-past-run.ts';
import { attempt, showCase, useTests } from './tests-store.ts';
import { refreshTests } from './use-flow-tests.ts';

interface CaseActionsProps {
  readonly flowId: string;
  readonly test: FlowTestView;
  readonly of: ListedCase;
}

/** Runs, records, accepts, opens, edits and deletes a case. */
export function CaseActions({ flowId, test, of }: CaseActionsProps): React.ReactElement {
  const { t } = useTexts();
  const { result, running, isRow, name } = of;
  const act = (work: () => Promise<unknown>): void =>
    void attempt(async () => {
      await work();
      await refreshTests(flowId);
    });
  const differing = result?.assertions.filter(({ kind, status }) => kind === 'snapshot' && status === 'failed') ?? [];
  const outputs = differing.flatMap(({ output }) => output ?? []);
  const run = (mode: 'replay' | 'record'): void =>
    act(() => flowTestsRequests.run(flowId, test.id, { cases: [name], mode }));
  const runId = result?.runId;
  return (
    <>
      {outputs.length > 0 && result?.error === undefined && (
        <Button
          size="xs"
          variant="light"
          leftSection={<Check size={13} />}
          onClick={() => act(() => flowTestsRequests.accept(flowId, test.id, name, outputs))}
        >
          {t('tests.accept')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        disabled={running}
        leftSection={<Play size={13} />}
        onClick={() => run('replay')}
      >
        {t('tests.run')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        disabled={running}
        title={t('tests.record-hint')}
        leftSection={<RotateCcw size={13} />}
        onClick={() => run('record')}
      >
        {t('tests.record')}
      </Button>
      {runId !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('tests.open-run')}
          title={t('tests.open-run')}
          onClick={() => openPastRun(runId)}
        >
          <History size={14} />
        </ActionIcon>
      )}
      {!isRow && test.test !== undefined && <EditActions test={test} name={name} onAct={act} flowId={flowId} />}
    </>
  );
}

interface EditActionsProps {
  readonly flowId: string;
  readonly test: FlowTestView;
  readonly name: string;
  readonly onAct: (work: () => Promise<unknown>) => void;
}

function EditActions({ flowId, test, name, onAct }: EditActionsProps): React.ReactElement {
  const { t } = useTexts();
  const remove = async (): Promise<void> => {
    if (test.test === undefined) return;
    await flowTestsRequests.save(flowId, test.id, withoutCase(test.test, name), test.revision);
    showCase(test.id, undefined);
  };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('tests.edit')}
        title={t('tests.edit')}
        onClick={() => useTests.setState({ caseName: name, editing: 'case', problem: undefined })}
      >
        <PenLine size={14} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('tests.delete')}
        title={t('tests.delete')}
        onClick={() => onAct(remove)}
      >
        <Trash2 size={14} />
      </ActionIcon>
    </>
  );
}
