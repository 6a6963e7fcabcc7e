import type { JsonValue } from '@jacquard/flow';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './value-view.module.css';

const openDepth = 2;
const mostEntries = 200;

/** JSON as a tree that opens; the first levels are open. */
export function JsonTree({ value }: { readonly value: JsonValue }): React.ReactElement {
  return (
    <>
      <div className={styles.bar}>
        <CopyButton text={JSON.stringify(value, null, 2)} />
      </div>
      <div className={styles.tree}>
        <Branch value={value} depth={0} />
      </div>
    </>
  );
}

interface BranchProps {
  readonly name?: string;
  readonly value: JsonValue;
  readonly depth: number;
}

function Branch({ name, value, depth }: BranchProps): React.ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(depth < openDepth);
  const label = name === undefined ? null : <span className={styles.key}>{name}: </span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <div className={styles.leaf}>
        {label}
        {JSON.stringify(value)}
      </div>
    );
  }
  const entries = Object.entries(value);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {label}
        <span className={styles.count}>
          {Array.isArray(value) ? '[' : '{'}
          {entries.length}
          {Array.isArray(value) ? ']' : '}'}
        </span>
      </summary>
      {isOpen &&
        entries
          .slice(0, mostEntries)
          .map(([key, inner]) => <Branch key={key} name={key} value={inner} depth={depth + 1} />)}
      {isOpen && entries.length > mostEntries && (
        <p className={styles.more}>{t('panels.more-entries', { count: entries.length - mostEntries })}</p>
      )}
    </details>
  );
}
