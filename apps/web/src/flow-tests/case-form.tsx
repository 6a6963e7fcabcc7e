import { Button, TextInput } from '@mantine/core';
import {
  writeFileValue,
  type Assertion,
  type FlowPort,
  type FlowTestDocument,
  type JsonValue,
  type TestCase,
} from '@jacquard/flow';
import type { FlowTestView } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { useDraftInterface } from '../state/use-draft-interface.ts';
import { AssertionsField } from './assertions-field.tsx';
import { CaseInputs } from './case-inputs.tsx';
import { fieldText, fieldValue, withCase } from './edit-test.ts';
import { flowTestsRequests } from './flow-tests-requests.ts';
import styles from './flow-tests.module.css';
import { SnapshotField } from './snapshot-field.tsx';
import { attempt, showCase, useTests } from './tests-store.ts';
import { refreshTests } from './use-flow-tests.ts';

interface CaseFormProps {
  readonly flowId: string;
  /** Undefined where the flow has no tests yet. */
  readonly test: FlowTestView | undefined;
  /** Undefined for a new one. */
  readonly one: TestCase | undefined;
}

/** Of a flow that isn't here yet. */
const noPorts = { inputs: [], outputs: [] };

interface Draft {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly expect: readonly Assertion[];
  readonly snapshot: Readonly<Record<string, JsonValue>>;
}

/** A case to be edited: its inputs, what is expected, and which outputs are held against the accepted ones. */
export function CaseForm({ flowId, test, one }: CaseFormProps): React.ReactElement {
  const { t } = useTexts();
  const { inputs, outputs } = useDraftInterface() ?? noPorts;
  const [draft, setDraft] = useState(() => draftOf(one, inputs));
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const names = (test?.test?.cases ?? []).map(({ name }) => name).filter((name) => name !== one?.name);
  const isTaken = names.includes(draft.name.trim());
  const save = async (): Promise<void> => {
    const made = caseOf(draft, one, inputs);
    const id = await saveCase(flowId, test, one?.name, made);
    await refreshTests(flowId);
    showCase(id, made.name);
    await flowTestsRequests.run(flowId, id, { cases: [made.name] });
    await refreshTests(flowId);
  };
  return (
    <form
      className={styles.view}
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(save);
      }}
    >
      <TextInput
        label={t('tests.name')}
        value={draft.name}
        required
        maxLength={200}
        autoFocus
        error={isTaken ? t('tests.name-taken') : undefined}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <CaseInputs ports={inputs} texts={draft.inputs} onChange={(texts) => change({ inputs: texts })} />
      <AssertionsField outputs={outputs} value={draft.expect} onChange={(expect) => change({ expect })} />
      <SnapshotField ports={outputs} value={draft.snapshot} onChange={(snapshot) => change({ snapshot })} />
      <div className={styles.buttons}>
        <Button type="submit" size="xs" disabled={isTaken || draft.name.trim() === ''}>
          {t('tests.save')}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => useTests.setState({ editing: undefined })}>
          {t('tests.cancel')}
        </Button>
      </div>
    </form>
  );
}

function draftOf(one: TestCase | undefined, inputs: readonly FlowPort[]): Draft {
  const valueOf = (port: FlowPort): JsonValue | undefined => (one === undefined ? port.default : one.inputs?.[port.id]);
  return {
    name: one?.name ?? '',
    inputs: Object.fromEntries(inputs.map((port) => [port.id, fieldText(valueOf(port))])),
    expect: one?.expect ?? [],
    snapshot: one?.snapshot ?? {},
  };
}

function caseOf(draft: Draft, one: TestCase | undefined, inputs: readonly FlowPort[]): TestCase {
  const given = inputs.flatMap((port): [string, JsonValue][] => {
    const text = draft.inputs[port.id] ?? '';
    const isText = port.kind.kind === 'text' || port.kind.kind === 'choice';
    return text === '' && port.optional ? [] : [[port.id, writeFileValue(fieldValue(text, isText))]];
  });
  return {
    ...one,
    name: draft.name.trim(),
    inputs: Object.fromEntries(given),
    expect: [...draft.expect],
    snapshot: draft.snapshot,
  };
}

/** Into the file that is shown; where there is none, a new one is made. */
async function saveCase(
  flowId: string,
  test: FlowTestView | undefined,
  before: string | undefined,
  one: TestCase,
): Promise<string> {
  if (test?.test !== undefined) {
    await flowTestsRequests.save(flowId, test.id, withCase(test.test, before, one), test.revision);
    return test.id;
  }
  const made: FlowTestDocument = { 'jacquard-test': 1, flow: flowId, cases: [one] };
  return (await flowTestsRequests.import(flowId, { test: made })).id;
}
