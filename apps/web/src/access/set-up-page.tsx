import { Button } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { accessApi } from './access-api.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemNote } from './problem-note.tsx';
import styles from './sign-in.module.css';
import { useNewPassword } from './use-new-password.ts';

/** In the storage of the browser's tab. */
const tokenKey = 'jacquard.setup-token';

/** Where the one-time link leads: the first password. The link's token goes out of the address at once. */
export function SetUpPage(): React.ReactElement {
  const { t } = useTexts();
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    const take = (): void => setToken(takeToken());
    // The link is opened where the page without it is open already.
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  useEffect(() => {
    // The link was opened again, or what `/setup` waited for was done elsewhere. A server that doesn't answer says so when it is asked.
    accessApi.state().then(
      ({ state }) => state !== 'locked' && enter(),
      () => undefined,
    );
  }, []);
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const { password, fields, check } = useNewPassword(t);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!check() || isBusy) return;
    setBusy(true);
    await accessApi.setUp(token, password).then(enter, setProblem);
    setBusy(false);
  };
  return (
    <main className={styles.place}>
      <form className={styles.card} noValidate onSubmit={(event) => void send(event)}>
        <img className={styles.logo} src="/logo.svg" alt="" />
        <h1 className={styles.title}>{t('rights.set-up')}</h1>
        <p className={styles.text}>{token === '' ? t('rights.set-up-without') : t('rights.set-up-text')}</p>
        {token !== '' && (
          <>
            <input type="text" name="username" value="operator" autoComplete="username" readOnly hidden />
            <PasswordField label={t('rights.new-password')} autoFocus {...fields.password} />
            <PasswordField label={t('rights.repeat-password')} {...fields.repeated} />
            <Button type="submit" className={styles.send} loading={isBusy}>
              {t('rights.set')}
            </Button>
          </>
        )}
        <ProblemNote problem={problem} />
      </form>
    </main>
  );
}

function enter(): void {
  sessionStorage.removeItem(tokenKey);
  location.replace('/');
}

/** Neither the history nor a look over the shoulder gives it away afterwards; a page that is loaded again still has it. */
function takeToken(): string {
  const given = location.hash.slice(1);
  if (given !== '') {
    sessionStorage.setItem(tokenKey, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(tokenKey) ?? '';
}
