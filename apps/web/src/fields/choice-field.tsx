import { Select } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';

/** One of the options; one that is none any more stays in sight, marked. */
export function ChoiceField({ id, describedBy, port, value, isInvalid, onChange }: ControlProps): React.ReactElement {
  const { t, language } = useTexts();
  const options = port.kind.kind === 'choice' ? (port.kind.options ?? []) : [];
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const labels = options.map((option) => ({ value: option, label: port.options?.[option]?.[language] ?? option }));
  const isUnknown = chosen !== null && !options.includes(chosen);
  const data = isUnknown ? [...labels, { value: chosen, label: t('fields.model-unknown', { name: chosen }) }] : labels;
  return (
    <Select
      id={id}
      className={styles.control}
      size="xs"
      aria-describedby={describedBy}
      error={isInvalid}
      title={data.find((one) => one.value === chosen)?.label}
      data={data}
      value={chosen}
      clearable={port.optional === true && port.default === undefined}
      comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
