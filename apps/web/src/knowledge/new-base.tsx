import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { createBase } from './base-actions.ts';
import styles from './knowledge.module.css';
import { ProblemLine } from './problem-line.tsx';

/** Asks for the name of a new base; its page opens then. */
export function NewBase({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const create = async (): Promise<void> => {
    if (name.trim() === '') return;
    setBusy(true);
    await createBase(name.trim()).catch(setProblem);
    setBusy(false);
  };
  return (
    <form
      className={styles.newBase}
      aria-label={t('knowledge.new')}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextInput
        className={styles.newName}
        label={t('knowledge.name')}
        placeholder={t('knowledge.name-example')}
        autoFocus
        maxLength={200}
        value={name}
        error={problem !== undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="light" h={36} disabled={name.trim() === ''} loading={isBusy}>
        {t('knowledge.create')}
      </Button>
      <Button variant="default" h={36} onClick={onClose}>
        {t('shell.cancel')}
      </Button>
      <ProblemLine problem={problem} />
    </form>
  );
}
