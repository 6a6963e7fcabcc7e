import { TextInput } from '@mantine/core';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';
import { numberOf } from './number-of.ts';

/** A number. What is out of bounds stays as it was typed: the field says what is wrong, and offers what would do. */
export function NumberField({ id, describedBy, port, value, isInvalid, onChange }: ControlProps): React.ReactElement {
  return (
    <TextInput
      id={id}
      type="number"
      className={styles.control}
      size="xs"
      aria-describedby={describedBy}
      error={isInvalid}
      value={typeof value === 'number' ? value : ''}
      {...(port.min !== undefined && { min: port.min })}
      {...(port.max !== undefined && { max: port.max })}
      step={port.integer ? 1 : 0.1}
      onChange={(event) => onChange(numberOf(event.currentTarget))}
    />
  );
}
