import { Button, PasswordInput, TextInput } from '@mantine/core';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './models.module.css';
import { useSecretForm } from './use-secret-form.ts';

/** Stores a secret: name, text, and the addresses that it may be sent to. The text leaves the page with the request. */
export function SecretForm({ names }: { readonly names: readonly string[] }): React.ReactElement {
  const { t, language } = useTexts();
  const { name, problem, field, save } = useSecretForm();
  return (
    <form
      className={styles.secretForm}
      aria-label={t('models.add-secret')}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={t('models.secret-name')}
        description={t('models.secret-name-help')}
        placeholder="openai-key"
        {...field('name')}
      />
      <PasswordInput
        label={t('models.secret-text')}
        description={t('models.secret-text-help')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('models.show-secret'), miw: 28, mih: 28 }}
        {...field('text')}
      />
      <TextInput
        label={t('models.origins')}
        description={t('models.origins-help')}
        placeholder="https://api.example.org"
        {...field('origins')}
      />
      <Button type="submit" variant="light" className={styles.secretSave}>
        {names.includes(name) ? t('models.replace-secret') : t('models.add-secret')}
      </Button>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </p>
      )}
    </form>
  );
}
