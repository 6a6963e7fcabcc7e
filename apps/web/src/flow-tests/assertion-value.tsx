import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import {
  assertionKind,
  readFileValue,
  usualSimilarity,
  writeFileValue,
  type Assertion,
  type JsonSchema,
} from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import { fieldText, fieldValue, textOf } from './edit-test.ts';
import styles from './flow-tests.module.css';

interface AssertionValueProps {
  readonly number: number;
  readonly value: Assertion;
  readonly onChange: (value: Assertion) => void;
}

type Text = Extract<NonNullable<Assertion['contains']>, string | { lines: unknown }>;

/** What an assertion compares with, and how it is meant. */
export function AssertionValue({ number, value, onChange }: AssertionValueProps): React.ReactElement {
  const { t } = useTexts();
  const kind = assertionKind(value);
  const label = t('tests.value-of', { number });
  const props = { label, value, onChange };
  if (kind === 'contains' || kind === 'similar' || kind === 'judged') return <TextValue kind={kind} {...props} />;
  if (kind === 'equals' || kind === 'matches') return <ExactValue kind={kind} {...props} />;
  if (kind === 'schema') return <SchemaArea {...props} />;
  if (kind === 'absent') return <span className={styles.value} />;
  if (kind === 'fails')
    return (
      <div className={styles.value}>
        <Line label={label} text={value.fails ?? ''} onText={(fails) => onChange({ ...value, fails })} />
      </div>
    );
  if (kind === 'near')
    return (
      <div className={styles.value}>
        <Amount
          label={label}
          amount={typeof value.near === 'number' ? value.near : 0}
          onAmount={(near) => onChange({ ...value, near })}
        />
        <Amount label={t('tests.within')} amount={value.within} onAmount={(within) => onChange({ ...value, within })} />
      </div>
    );
  return (
    <div className={styles.value}>
      <Amount label={label} amount={value[kind]} onAmount={(most) => onChange({ ...value, [kind]: most })} />
    </div>
  );
}

interface ValueProps {
  readonly label: string;
  readonly value: Assertion;
  readonly onChange: (value: Assertion) => void;
}

function TextValue({
  kind,
  label,
  value,
  onChange,
}: ValueProps & { readonly kind: 'contains' | 'similar' | 'judged' }): React.ReactElement {
  const { t } = useTexts();
  const write = (text: string): void => onChange({ ...value, [kind]: writeFileValue(text) as Text }); // boundary: the form of a text
  return (
    <div className={styles.value}>
      <Area label={label} text={textOf(value[kind])} onText={write} />
      {kind === 'similar' ? (
        <Amount
          label={t('tests.at-least')}
          amount={value.atLeast ?? usualSimilarity}
          step={0.05}
          onAmount={(atLeast) => onChange({ ...value, atLeast })}
        />
      ) : (
        <Not value={value} onChange={onChange} />
      )}
    </div>
  );
}

function ExactValue({
  kind,
  label,
  value,
  onChange,
}: ValueProps & { readonly kind: 'equals' | 'matches' }): React.ReactElement {
  const isText = typeof readFileValue(value.equals ?? '') === 'string';
  const writeEqual = (text: string): void => onChange({ ...value, equals: writeFileValue(fieldValue(text, isText)) });
  return (
    <div className={styles.value}>
      {kind === 'equals' ? (
        <Area label={label} text={fieldText(value.equals)} onText={writeEqual} />
      ) : (
        <Line label={label} text={value.matches ?? ''} onText={(matches) => onChange({ ...value, matches })} />
      )}
      <Not value={value} onChange={onChange} />
    </div>
  );
}

function Line({ label, text, onText }: AreaProps): React.ReactElement {
  return (
    <TextInput
      size="xs"
      className={styles.grow}
      aria-label={label}
      value={text}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
}

interface AreaProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Area({ label, text, onText }: AreaProps): React.ReactElement {
  return (
    <Textarea
      size="xs"
      autosize
      minRows={1}
      maxRows={6}
      className={styles.grow}
      aria-label={label}
      value={text}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
}

/** JSON that isn't there yet is left as it was. */
function SchemaArea({ label, value, onChange }: ValueProps): React.ReactElement {
  return (
    <Textarea
      size="xs"
      autosize
      minRows={2}
      maxRows={8}
      className={styles.value}
      aria-label={label}
      defaultValue={JSON.stringify(value.schema, undefined, 2)}
      onBlur={({ currentTarget }) => {
        const schema = fieldValue(currentTarget.value, false);
        const isObject = typeof schema === 'object' && schema !== null && !Array.isArray(schema);
        if (isObject) onChange({ ...value, schema: schema as JsonSchema }); // boundary: an object, as just seen
      }}
    />
  );
}

interface AmountProps {
  readonly label: string;
  readonly amount: number | undefined;
  readonly step?: number;
  readonly onAmount: (amount: number) => void;
}

function Amount({ label, amount, step = 1, onAmount }: AmountProps): React.ReactElement {
  return (
    <NumberInput
      size="xs"
      className={styles.amount}
      aria-label={label}
      title={label}
      value={amount ?? ''}
      step={step}
      onChange={(value) => typeof value === 'number' && onAmount(value)}
    />
  );
}

function Not({ value, onChange }: Omit<AssertionValueProps, 'number'>): React.ReactElement {
  const { t } = useTexts();
  return (
    <Checkbox
      size="xs"
      label={t('tests.not')}
      checked={value.not === true}
      onChange={({ currentTarget }) => onChange({ ...value, not: currentTarget.checked })}
    />
  );
}
