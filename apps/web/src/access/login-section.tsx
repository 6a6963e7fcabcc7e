import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { accessApi, accessKeys } from './access-api.ts';
import styles from './access.module.css';
import { loginQuery } from './login-query.ts';
import { LoginRow } from './login-row.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProblemNote } from './problem-note.tsx';
import { signOut } from './sign-out.ts';

/** How one comes in here, the password, and the browsers that are signed in. */
export function LoginSection(): React.ReactElement {
  const { t } = useTexts();
  const { data, error } = useQuery(loginQuery);
  const isOpen = data?.state === 'open';
  return (
    <section aria-labelledby="signing-in">
      <h2 className={styles.title} id="signing-in">
        {t('rights.here')}
      </h2>
      <ProblemNote problem={error} />
      {data && <p className={styles.text}>{isOpen ? t('rights.open') : t('rights.closed')}</p>}
      {data?.isOfEnvironment && <p className={styles.text}>{t('rights.of-environment')}</p>}
      {data && !data.isOfEnvironment && <PasswordForm isSet={data.hasPassword} isOpen={isOpen} />}
      {data?.state === 'signed-in' && <Logins ownId={data.loginId} />}
    </section>
  );
}

function Logins({ ownId }: { readonly ownId: string | undefined }): React.ReactElement {
  const { t } = useTexts();
  const { data, error } = useQuery({ queryKey: accessKeys.logins, queryFn: accessApi.logins });
  const [isEnding, setEnding] = useState(false);
  return (
    <>
      <h3 className={styles.subtitle}>{t('rights.logins')}</h3>
      <ProblemNote problem={error} />
      <ul className={styles.rows}>
        {data?.logins.map((login) => (
          <LoginRow key={login.id} login={login} isOwn={login.id === ownId} />
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => void signOut()}>
          {t('rights.sign-out')}
        </Button>
        <Button variant="default" onClick={() => setEnding(true)}>
          {t('rights.sign-out-all')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isEnding}
        title={t('rights.sign-out-all-title')}
        text={t('rights.sign-out-all-text')}
        action={t('rights.sign-out-all')}
        onClose={() => setEnding(false)}
        onConfirm={async () => {
          await accessApi.endAllLogins();
          await queryClient.invalidateQueries();
        }}
      />
    </>
  );
}
