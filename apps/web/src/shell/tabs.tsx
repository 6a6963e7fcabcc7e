import styles from './flow-page.module.css';

interface TabItem<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly count?: number;
  readonly isAlarming?: boolean;
}

interface TabsProps<Name extends string> {
  readonly items: readonly TabItem<Name>[];
  readonly value: Name;
  readonly onChange: (name: Name) => void;
  readonly label: string;
  readonly children?: React.ReactNode;
}

/** A row of tabs; arrow keys go from one to the next. */
export function Tabs<Name extends string>({
  items,
  value,
  onChange,
  label,
  children,
}: TabsProps<Name>): React.ReactElement {
  const move = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = items.findIndex(({ name }) => name === value);
    const index = (at + step + items.length) % items.length;
    const next = items[index];
    if (step === 0 || !next) return;
    onChange(next.name);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div className={styles.tabList} role="tablist" aria-label={label} onKeyDown={move}>
        {items.map(({ name, label: text, count, isAlarming }) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === value}
            tabIndex={name === value ? 0 : -1}
            className={styles.tab}
            onClick={() => onChange(name)}
          >
            {text}{' '}
            {count !== undefined && (
              <span className={`${styles.tabCount} tabular`} data-tone={isAlarming ? 'err' : undefined}>
                {count}
              </span>
            )}
          </button>
        ))}
      </div>
      <span className={styles.space} />
      {children}
    </div>
  );
}
