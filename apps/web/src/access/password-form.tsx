import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { queryClient } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { accessApi } from './access-api.ts';
import styles from './access.module.css';
import form from './form.module.css';
import { PasswordField } from './password-field.tsx';
import { ProblemNote } from './problem-note.tsx';
import { useNewPassword } from './use-new-password.ts';

/** Sets the password, or another one for whoever knows the present one. It opens when it is asked for. */
export function PasswordForm({
  isSet,
  isOpen,
}: {
  readonly isSet: boolean;
  readonly isOpen: boolean;
}): React.ReactElement {
  const { t } = useTexts();
  const [isShown, setShown] = useState(false);
  const [note, setNote] = useState('');
  const done = (): void => {
    setShown(false);
    setNote(isSet ? t('rights.changed') : t('rights.was-set'));
  };
  return (
    <>
      {isOpen && !isSet && <p className={styles.text}>{t('rights.open-password')}</p>}
      {isShown ? (
        <PasswordFields isSet={isSet} onDone={done} onCancel={() => setShown(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setShown(true)}>
            {isSet ? t('rights.change') : t('rights.set')}
          </Button>
          <p className={styles.done} role="status">
            {note}
          </p>
        </div>
      )}
    </>
  );
}

interface PasswordFieldsProps {
  readonly isSet: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function PasswordFields({ isSet, onDone, onCancel }: PasswordFieldsProps): React.ReactElement {
  const { t } = useTexts();
  const { password, fields, check } = useNewPassword(t);
  const [old, setOld] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!check() || isBusy) return;
    setBusy(true);
    setProblem(undefined);
    await accessApi.changePassword(password, isSet ? old : undefined).then(async () => {
      await queryClient.invalidateQueries();
      onDone();
    }, setProblem);
    setBusy(false);
  };
  return (
    <form className={form.form} noValidate onSubmit={(event) => void send(event)}>
      <input type="text" name="username" value="operator" autoComplete="username" readOnly hidden />
      <div className={form.fields}>
        {isSet && (
          <PasswordField
            label={t('rights.old-password')}
            autoComplete="current-password"
            autoFocus
            value={old}
            onChange={(event) => setOld(event.currentTarget.value)}
          />
        )}
        <PasswordField label={t('rights.new-password')} autoFocus={!isSet} {...fields.password} />
        <PasswordField label={t('rights.repeat-password')} {...fields.repeated} />
      </div>
      <ProblemNote problem={problem} />
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy}>
          {isSet ? t('rights.change') : t('rights.set')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('rights.cancel')}
        </Button>
      </div>
    </form>
  );
}
