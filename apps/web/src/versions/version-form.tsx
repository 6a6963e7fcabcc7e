import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './versions.module.css';

interface VersionFormProps {
  readonly name?: string | undefined;
  readonly note?: string | undefined;
  readonly onSave: (name: string, note: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name and note of a version. */
export function VersionForm({ name = '', note = '', onSave, onClose }: VersionFormProps): React.ReactElement {
  const { t, language } = useTexts();
  const [words, setWords] = useState({ name, note });
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    await onSave(words.name.trim(), words.note.trim()).then(onClose, setProblem);
    setBusy(false);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <TextInput
        label={t('versions.name')}
        placeholder={t('versions.name-hint')}
        value={words.name}
        maxLength={200}
        data-autofocus
        autoFocus
        onChange={(event) => setWords({ ...words, name: event.currentTarget.value })}
      />
      <Textarea
        label={t('versions.note')}
        value={words.note}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        onChange={(event) => setWords({ ...words, note: event.currentTarget.value })}
      />
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </p>
      )}
      <Group justify="flex-end" gap={8}>
        <Button variant="subtle" onClick={onClose}>
          {t('shell.cancel')}
        </Button>
        <Button variant="default" type="submit" loading={isBusy}>
          {t('versions.save-now')}
        </Button>
      </Group>
    </form>
  );
}
