import { ActionIcon, TextInput } from '@mantine/core';
import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from './format-duration.ts';
import styles from './value-bar.module.css';

interface FindFieldProps {
  readonly value: string;
  readonly onChange: (searched: string) => void;
  /** How many were found; `of` how many rows, where they are left out otherwise. */
  readonly found: number;
  /** Which of them is in sight, from 0; undefined where they aren't stepped through. */
  readonly at?: number | undefined;
  readonly onStep?: ((by: 1 | -1) => void) | undefined;
}

/** Searches within a value; Enter goes to the next place, with Shift to the one before. */
export function FindField({ value, onChange, found, at, onStep }: FindFieldProps): React.ReactElement {
  const { t, language } = useTexts();
  const count = formatCount(found, language);
  return (
    <div className={styles.find} role="search">
      <TextInput
        size="xs"
        className={styles.field}
        leftSection={<Search size={13} />}
        aria-label={t('faces.find')}
        placeholder={t('faces.find')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep?.(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            onChange('');
          }
        }}
      />
      {value.trim() !== '' && (
        <span className={`${styles.count} tabular`} role="status">
          {at === undefined || found === 0
            ? t('faces.found', { count: found, shown: count })
            : t('faces.found-at', { at: formatCount(at + 1, language), of: count })}
        </span>
      )}
      {onStep && found > 1 && (
        <>
          <ActionIcon variant="subtle" color="gray" aria-label={t('faces.found-before')} onClick={() => onStep(-1)}>
            <ChevronUp size={14} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('faces.found-next')} onClick={() => onStep(1)}>
            <ChevronDown size={14} />
          </ActionIcon>
        </>
      )}
    </div>
  );
}
