import { valueReferenceSchema, type JsonValue, type ValueReference } from '@jacquard/flow';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { ShortValue } from '../../values/short-value.tsx';
import type { ValuePair } from './compare-runs.ts';
import { JsonDifferenceTable } from './json-difference-table.tsx';
import { TextDifference } from './text-difference.tsx';
import styles from './comparison.module.css';

/** Bytes up to which large values are fetched to be compared. */
const mostFetched = 2_000_000;

interface ValueDifferenceProps {
  readonly pair: ValuePair;
  readonly label: string;
  readonly runs: readonly [left: string, right: string];
}

/** A value in two runs: once where it is the same, else word by word or place by place. */
export function ValueDifference({ pair, label, runs }: ValueDifferenceProps): React.ReactElement {
  const { t } = useTexts();
  const left = useWhole(pair.left, runs[0]);
  const right = useWhole(pair.right, runs[1]);
  return (
    <div className={styles.value}>
      <h3 className={styles.valueName}>
        {label}
        {pair.isSame && <span className={styles.same}> {t('runs.same')}</span>}
      </h3>
      {pair.isSame ? <Single value={left} runId={runs[0]} /> : <Both left={left} right={right} runs={runs} />}
    </div>
  );
}

interface BothProps {
  readonly left: JsonValue | undefined;
  readonly right: JsonValue | undefined;
  readonly runs: readonly [left: string, right: string];
}

function Both({ left, right, runs }: BothProps): React.ReactElement {
  if (typeof left === 'string' && typeof right === 'string') return <TextDifference left={left} right={right} />;
  const areForms = isForm(left) && isForm(right);
  return (
    <>
      {areForms && <JsonDifferenceTable left={left} right={right} />}
      {!areForms && (
        <div className={styles.sides}>
          <Single value={left} runId={runs[0]} />
          <Single value={right} runId={runs[1]} />
        </div>
      )}
    </>
  );
}

function isForm(value: JsonValue | undefined): value is JsonValue {
  return typeof value === 'object' && value !== null && referenceOf(value) === undefined;
}

function Single({
  value,
  runId,
}: {
  readonly value: JsonValue | undefined;
  readonly runId: string;
}): React.ReactElement {
  const { t } = useTexts();
  if (value === undefined) return <p className={styles.absent}>{t('runs.no-value')}</p>;
  return (
    <div className={styles.single}>
      <ShortValue value={value} runId={runId} />
    </div>
  );
}

/** The value itself, also where the run holds a reference to it; the reference until it is there, or when it is very large. */
function useWhole(value: JsonValue | undefined, runId: string): JsonValue | undefined {
  const reference = referenceOf(value);
  const whole = useQuery({
    queryKey: ['value', runId, reference?.ref],
    queryFn: () => api.runValue(runId, reference?.ref ?? ''),
    enabled: reference !== undefined && reference.size <= mostFetched,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  return reference === undefined ? value : (whole.data ?? value);
}

function referenceOf(value: JsonValue | undefined): ValueReference | undefined {
  if (typeof value !== 'object' || value === null || !('ref' in value)) return undefined;
  return valueReferenceSchema.safeParse(value).data;
}
