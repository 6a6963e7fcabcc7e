import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';

interface RenameFieldProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string | undefined;
  readonly size?: 'xs' | 'sm';
  /** An empty name is saved, too; else it is as good as none written. */
  readonly mayBeEmpty?: boolean;
  /** What it rejects with is said below the field, which stays. */
  readonly save: (name: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Renames in place: Enter or leaving keeps the name, Escape doesn't. */
export function RenameField({
  name,
  mayBeEmpty = false,
  label,
  size = 'sm',
  save,
  onClose,
  ...shown
}: RenameFieldProps): React.ReactElement {
  const { language } = useTexts();
  const [written, setWritten] = useState(name);
  const [problem, setProblem] = useState<unknown>();
  const isDone = useRef(false);
  const close = (): void => {
    isDone.current = true;
    onClose();
  };
  const keep = (): void => {
    if (isDone.current) return;
    const wanted = written.trim();
    if (wanted === name || (wanted === '' && !mayBeEmpty)) close();
    else void save(wanted).then(close, setProblem);
  };
  return (
    <TextInput
      {...shown}
      size={size}
      aria-label={label}
      autoFocus
      maxLength={200}
      value={written}
      error={problem === undefined ? undefined : problemText(problem, language).detail}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    />
  );
}
