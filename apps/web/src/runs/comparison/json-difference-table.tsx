import type { JsonValue } from '@jacquard/flow';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { jsonDifferences } from './json-differences.ts';
import styles from './comparison.module.css';

/** Places that are listed. */
const most = 60;
const longestShown = 400;

interface JsonDifferenceTableProps {
  readonly left: JsonValue;
  readonly right: JsonValue;
}

/** The places where two values differ, each with what stands there. */
export function JsonDifferenceTable({ left, right }: JsonDifferenceTableProps): React.ReactElement {
  const { t } = useTexts();
  const found = useMemo(() => jsonDifferences(left, right, most + 1), [left, right]);
  return (
    <>
      <table className={styles.places}>
        <tbody>
          {found.slice(0, most).map(({ path, left: before, right: after }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>{before === undefined ? '' : <del>{textOf(before)}</del>}</td>
              <td>{after === undefined ? '' : <ins>{textOf(after)}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length > most && <p className={styles.note}>{t('runs.more-places')}</p>}
    </>
  );
}

function textOf(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
