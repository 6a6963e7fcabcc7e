import type { JsonValue } from '@jacquard/flow';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { FindField } from '../find-field.tsx';
import { ValueBar } from '../value-bar.tsx';
import styles from '../value-view.module.css';
import { findInJson, type FoundPlace } from './find-in-json.ts';
import { JsonLine } from './json-line.tsx';
import { jsonRows, openAtFirst } from './json-rows.ts';
import ownStyles from './json-viewer.module.css';

/** JSON in full, as a tree that opens, searched and saved. */
export function JsonViewer({ value }: { readonly value: JsonValue }): React.ReactElement {
  const [searched, setSearched] = useState('');
  const [step, setStep] = useState(0);
  const asked = useDeferredValue(searched);
  const found = useMemo(() => findInJson(value, asked), [value, asked]);
  const at = found.length === 0 ? 0 : ((step % found.length) + found.length) % found.length;
  const write = (): string => JSON.stringify(value, null, 2);
  return (
    <div className={styles.viewer}>
      <ValueBar copied={write} downloads={[{ extension: 'json', text: write }]}>
        <FindField
          value={searched}
          onChange={(next) => {
            setSearched(next);
            setStep(0);
          }}
          found={found.length}
          at={at}
          onStep={(by) => setStep((before) => before + by)}
        />
      </ValueBar>
      <JsonBody value={value} here={found[at]} />
    </div>
  );
}

interface JsonBodyProps {
  readonly value: JsonValue;
  /** The found place that is to be in sight. */
  readonly here?: FoundPlace | undefined;
}

/** The tree itself: only its lines in sight are drawn. */
export function JsonBody({ value, here }: JsonBodyProps): React.ReactElement {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => openAtFirst(value));
  const open = useMemo(() => (here ? new Set([...opened, ...here.holders]) : opened), [opened, here]);
  const rows = useMemo(() => jsonRows(value, open), [value, open]);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 26,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useEffect(() => {
    if (!here) return;
    const index = rows.findIndex(({ id }) => id === here.id);
    if (index >= 0) lines.scrollToIndex(index, { align: 'center' });
  }, [here, rows, lines]);
  const toggle = (id: string): void =>
    setOpened(open.has(id) ? new Set([...open].filter((one) => one !== id)) : new Set([...open, id]));
  return (
    // A box that scrolls is reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className={ownStyles.box} tabIndex={0} role="region" aria-label="JSON">
      <div
        className={ownStyles.lines}
        style={{ height: lines.getTotalSize() }}
        role="list"
        aria-label={t('faces.entries')}
      >
        {lines.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <div
                key={key}
                ref={lines.measureElement}
                data-index={index}
                role="listitem"
                className={ownStyles.line}
                data-here={row.id === here?.id}
                title={row.path}
                style={{ '--depth': row.depth, transform: `translateY(${start}px)` }}
              >
                <JsonLine row={row} onToggle={toggle} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
