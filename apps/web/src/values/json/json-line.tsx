import { ChevronDown, ChevronRight, Copy } from 'lucide-react';
import { memo, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { copyText } from '../copy-text.ts';
import type { JsonRow } from './json-rows.ts';
import styles from './json-viewer.module.css';

interface JsonLineProps {
  readonly row: JsonRow;
  readonly onToggle: (id: string) => void;
}

/** Longer texts begin only, until a click. */
const short = 400;

/** A line of a tree of JSON: its name, its value or how much it holds, and its path to be copied. */
export const JsonLine = memo(
  function JsonLine({ row, onToggle }: JsonLineProps): React.ReactElement {
    const { t } = useTexts();
    return (
      <>
        {row.size === undefined ? (
          <Leaf row={row} />
        ) : (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={row.isOpen}
            aria-label={`${row.name ?? '$'} ${t('faces.entries-count', { count: row.size })}`}
            onClick={() => onToggle(row.id)}
          >
            {row.isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
            {row.name !== undefined && <span className={styles.name}>{row.name}:</span>}
            <span className={styles.count}>
              {Array.isArray(row.value) ? '[' : '{'}
              {row.size}
              {Array.isArray(row.value) ? ']' : '}'}
            </span>
          </button>
        )}
        <button
          type="button"
          className={styles.copy}
          title={t('faces.copy-path', { path: row.path })}
          aria-label={t('faces.copy-path', { path: row.path })}
          onClick={() => copyText(row.path)}
        >
          <Copy size={12} />
        </button>
      </>
    );
  },
  ({ row: before }, { row: after }) =>
    before.id === after.id && before.value === after.value && before.isOpen === after.isOpen,
);

function Leaf({ row: { name, value } }: { readonly row: JsonRow }): React.ReactElement {
  const { t } = useTexts();
  const [isWhole, setWhole] = useState(false);
  const text = JSON.stringify(value);
  const isLong = text.length > short;
  return (
    <span className={styles.leaf} data-type={typeof value}>
      {name !== undefined && <span className={styles.name}>{name}: </span>}
      {isLong && !isWhole ? `${text.slice(0, short)}…` : text}
      {isLong && (
        <button type="button" className={styles.more} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'faces.less' : 'faces.more')}
        </button>
      )}
    </span>
  );
}
