import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import styles from './add.module.css';

interface SearchFieldProps {
  readonly value: string;
  readonly label: string;
  /** The id of the list that it searches. */
  readonly listId: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly activeId: string | undefined;
}

/** Where one types what one looks for. */
export function SearchField({
  value,
  label,
  listId,
  onChange,
  onKeyDown,
  activeId,
}: SearchFieldProps): React.ReactElement {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <TextInput
      ref={field}
      className={styles.search}
      variant="unstyled"
      value={value}
      placeholder={label}
      aria-label={label}
      role="combobox"
      aria-expanded
      aria-autocomplete="list"
      aria-controls={listId}
      aria-activedescendant={activeId}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
