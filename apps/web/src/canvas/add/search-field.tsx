import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './add.module.css';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly activeId: string | undefined;
}

/** Where one types what one looks for. */
export function SearchField({ value, onChange, onKeyDown, activeId }: SearchFieldProps): React.ReactElement {
  const { t } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <TextInput
      ref={field}
      className={styles.search}
      variant="unstyled"
      value={value}
      placeholder={t('canvas.add-search')}
      aria-label={t('canvas.add-search')}
      role="combobox"
      aria-expanded
      aria-controls="node-offers"
      aria-activedescendant={activeId}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
