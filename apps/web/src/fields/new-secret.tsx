import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './field.module.css';

/** What is typed of a secret that isn't stored yet. */
interface SecretDraft {
  readonly name: string;
  readonly text: string;
  readonly origins: string;
}

const empty: SecretDraft = { name: '', text: '', origins: '' };

interface NewSecretProps {
  /** What is known of it already. */
  readonly first?: SecretDraft;
  readonly onEnd: (name: string | undefined) => void;
}

/** Stores a secret: its name, its text, and the origins that it may be sent to. */
export function NewSecret({ first = empty, onEnd }: NewSecretProps): React.ReactElement {
  const { t, language } = useTexts();
  const [draft, setDraft] = useState<SecretDraft>(first);
  const [problem, setProblem] = useState<unknown>();
  const save = async (): Promise<void> => {
    try {
      await api.saveSecret(draft.name, draft.text, draft.origins.split(/[\s,]+/).filter(Boolean));
      await queryClient.invalidateQueries({ queryKey: queryKeys.secrets });
      onEnd(draft.name);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SecretInputs draft={draft} onChange={setDraft} />
      {problem !== undefined && (
        <span className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </span>
      )}
      <span className={styles.tools}>
        <Button type="submit" size="compact-xs" h={28}>
          {t('fields.secret-save')}
        </Button>
        <Button variant="default" size="compact-xs" h={28} onClick={() => onEnd(undefined)}>
          {t('shell.cancel')}
        </Button>
      </span>
    </form>
  );
}

interface SecretInputsProps {
  readonly draft: SecretDraft;
  readonly onChange: (draft: SecretDraft) => void;
}

function SecretInputs({ draft, onChange }: SecretInputsProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        size="xs"
        label={t('fields.secret-name')}
        placeholder="mistral"
        value={draft.name}
        required
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <PasswordInput
        size="xs"
        label={t('fields.secret-text')}
        value={draft.text}
        required
        autoComplete="off"
        onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('fields.secret-origins')}
        description={t('fields.secret-origins-help')}
        placeholder="https://api.mistral.ai"
        value={draft.origins}
        required
        onChange={(event) => onChange({ ...draft, origins: event.currentTarget.value })}
      />
    </>
  );
}
