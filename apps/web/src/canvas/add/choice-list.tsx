import { useId, useState } from 'react';
import styles from './add.module.css';
import { SearchField } from './search-field.tsx';

/** One line to choose from. */
interface ChoiceRow {
  readonly key: string;
  /** Stands above the first of its part. */
  readonly heading?: string | undefined;
  readonly icon?: React.ReactNode;
  readonly title: string;
  readonly detail?: string | undefined;
  /** Can't be chosen; choosing it says why. */
  readonly isRefused?: boolean | undefined;
  /** What is dragged with it. */
  readonly drag?: { readonly format: string; readonly data: string } | undefined;
}

interface ChoiceListProps {
  readonly rows: readonly ChoiceRow[];
  readonly query: string;
  readonly label: string;
  readonly searchLabel: string;
  readonly noneText: string;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (index: number) => void;
  readonly onClose: () => void;
  /** What is told of the line that Enter would choose. */
  readonly about?: ((index: number) => string | undefined) | undefined;
}

/** A list that is searched by typing, and chosen from by arrows and Enter, by a click, or by dragging. */
export function ChoiceList(props: ChoiceListProps): React.ReactElement {
  const { rows, query, label, searchLabel, noneText, onQuery, onChoose, onClose, about } = props;
  const id = useId();
  const [wanted, setWanted] = useState(0);
  const active = Math.min(wanted, rows.length - 1);
  const steer = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && rows.length > 0) setWanted((active + step + rows.length) % rows.length);
    else if (event.key === 'Enter' && rows.length > 0) onChoose(active);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const told = rows.length > 0 ? about?.(active) : undefined;
  return (
    <>
      <SearchField
        value={query}
        label={searchLabel}
        listId={id}
        activeId={rows.length > 0 ? `${id}-${active}` : undefined}
        onChange={(value) => {
          onQuery(value);
          setWanted(0);
        }}
        onKeyDown={steer}
      />
      <div id={id} className={styles.offers} role="listbox" aria-label={label}>
        {rows.length === 0 && <p className={styles.none}>{noneText}</p>}
        {rows.map((row, index) => (
          <ChoiceLine
            key={row.key}
            id={`${id}-${index}`}
            row={row}
            isActive={index === active}
            onChoose={() => onChoose(index)}
          />
        ))}
      </div>
      {about && (
        <p className={styles.about} role="status">
          {told}
        </p>
      )}
    </>
  );
}

interface ChoiceLineProps {
  readonly id: string;
  readonly row: ChoiceRow;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function ChoiceLine({ id, row, isActive, onChoose }: ChoiceLineProps): React.ReactElement {
  const { heading, icon, title, detail, isRefused, drag } = row;
  return (
    <>
      {heading !== undefined && (
        <div className={styles.heading} role="presentation">
          {heading}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={isActive}
        aria-disabled={isRefused === true}
        tabIndex={-1}
        className={styles.offer}
        draggable={drag !== undefined}
        ref={(line) => {
          if (isActive) line?.scrollIntoView({ block: 'nearest' });
        }}
        onDragStart={(event) => {
          if (!drag) return;
          event.dataTransfer.setData(drag.format, drag.data);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={onChoose}
      >
        {icon}
        <span>
          <b>{title}</b>
          {detail !== undefined && <small>{detail}</small>}
        </span>
      </div>
    </>
  );
}
