import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { queryClient } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { reconnect } from '../live/socket.ts';
import { navigate } from '../state/route.ts';
import { useEditor } from '../state/editor-store.ts';
import { accessApi } from './access-api.ts';
import { loginQuery } from './login-query.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemNote } from './problem-note.tsx';
import { noteSignedIn } from './sign-in-store.ts';
import styles from './sign-in.module.css';

/** Asks for the password over all that is open, which stays as it is and goes on afterwards. */
export function SignIn(): React.ReactElement {
  return (
    <Modal.Root opened fullScreen onClose={() => undefined} closeOnEscape={false} transitionProps={{ duration: 0 }}>
      <Modal.Content>
        <Modal.Body p={0}>
          <SignInForm />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function SignInForm(): React.ReactElement {
  const { t } = useTexts();
  const wasOpen = useEditor(({ descriptors }) => descriptors.size > 0);
  const state = useQuery(loginQuery);
  const { problem, isBusy, signIn } = useSigningIn();
  const isImpossible = state.data?.hasPassword === false;
  return (
    <div className={styles.place}>
      <form className={styles.card} onSubmit={(event) => void signIn(event)}>
        <img className={styles.logo} src="/logo.svg" alt="" />
        <Modal.Title className={styles.title} fz={18}>
          {t('rights.sign-in')}
        </Modal.Title>
        <p className={styles.text}>
          {isImpossible ? t('rights.no-password') : wasOpen ? t('rights.nothing-lost') : t('rights.sign-in-text')}
        </p>
        <input type="text" name="username" value="operator" autoComplete="username" readOnly hidden />
        <PasswordField
          name="password"
          label={t('rights.password')}
          autoComplete="current-password"
          disabled={isImpossible}
          data-autofocus
          required
          withAsterisk={false}
        />
        <ProblemNote problem={problem} />
        <Button type="submit" className={styles.send} loading={isBusy} disabled={isImpossible}>
          {t('rights.sign-in')}
        </Button>
      </form>
    </div>
  );
}

function useSigningIn() {
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const signIn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    if (typeof password !== 'string' || isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      queryClient.setQueryData(loginQuery.queryKey, await accessApi.signIn(password));
      reconnect();
      noteSignedIn();
    } catch (error) {
      // Somebody has restarted the server without a password meanwhile.
      if (error instanceof Error && 'code' in error && error.code === 'locked') navigate('/setup');
      setProblem(error);
    }
    setBusy(false);
  };
  return { problem, isBusy, signIn };
}
