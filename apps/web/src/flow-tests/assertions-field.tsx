import { ActionIcon, Button, Select } from '@mantine/core';
import {
  assertionKind,
  assertionKinds,
  isOfOutput,
  type Assertion,
  type AssertionKind,
  type FlowPort,
} from '@jacquard/flow';
import { Plus, Trash2 } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { AssertionValue } from './assertion-value.tsx';
import styles from './flow-tests.module.css';
import { kindText } from './kind-text.ts';
import { newAssertion } from './new-assertion.ts';

interface AssertionsFieldProps {
  readonly outputs: readonly FlowPort[];
  readonly value: readonly Assertion[];
  readonly onChange: (value: readonly Assertion[]) => void;
}

/** What is expected of a case, a line each. */
export function AssertionsField({ outputs, value, onChange }: AssertionsFieldProps): React.ReactElement {
  const { t } = useTexts();
  const first = outputs[0]?.id ?? '';
  const change = (place: number, assertion: Assertion): void =>
    onChange(value.map((other, at) => (at === place ? assertion : other)));
  return (
    <fieldset className={styles.group}>
      <legend>{t('tests.expected')}</legend>
      {value.map((assertion, place) => (
        <div key={place} className={styles.expectation}>
          <AssertionHead
            number={place + 1}
            outputs={outputs}
            value={assertion}
            onChange={(changed) => change(place, changed)}
          />
          <AssertionValue number={place + 1} value={assertion} onChange={(changed) => change(place, changed)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('tests.remove-expectation', { number: place + 1 })}
            onClick={() => onChange(value.filter((_other, at) => at !== place))}
          >
            <Trash2 size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Plus size={13} />}
        onClick={() => onChange([...value, newAssertion('contains', first)])}
      >
        {t('tests.add-expectation')}
      </Button>
    </fieldset>
  );
}

interface AssertionHeadProps {
  readonly number: number;
  readonly outputs: readonly FlowPort[];
  readonly value: Assertion;
  readonly onChange: (value: Assertion) => void;
}

function AssertionHead({ number, outputs, value, onChange }: AssertionHeadProps): React.ReactElement {
  const { t } = useTexts();
  const kind = assertionKind(value);
  const first = outputs[0]?.id ?? '';
  return (
    <>
      {isOfOutput(kind) && (
        <Select
          size="xs"
          aria-label={t('tests.output-of', { number })}
          data={outputs.map(({ id, title }) => ({ value: id, label: title ?? id }))}
          value={value.output ?? first}
          allowDeselect={false}
          onChange={(output) => output !== null && onChange({ ...value, output })}
        />
      )}
      <Select
        size="xs"
        aria-label={t('tests.kind-of', { number })}
        data={assertionKinds.map((one) => ({ value: one, label: kindText(one, t) }))}
        value={kind}
        allowDeselect={false}
        onChange={(chosen) => onChange(newAssertion(chosen as AssertionKind, value.output ?? first))} // boundary: one of the kinds offered
      />
    </>
  );
}
