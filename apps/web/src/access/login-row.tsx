import { Button } from '@mantine/core';
import type { Login } from '@jacquard/protocol';
import { useState } from 'react';
import { formatAgo } from '../flows/format-ago.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useNow } from '../state/use-now.ts';
import { accessApi, refreshAccess } from './access-api.ts';
import styles from './access.module.css';
import { browserName } from './browser-name.ts';
import { ProblemNote } from './problem-note.tsx';

/** A browser that is signed in: from where, and when it was last here. */
export function LoginRow({ login, isOwn }: { readonly login: Login; readonly isOwn: boolean }): React.ReactElement {
  const { t, language } = useTexts();
  const now = useNow(false);
  const [problem, setProblem] = useState<unknown>();
  const agent = browserName(login.agent) ?? t('rights.unknown-browser');
  const end = async (): Promise<void> => {
    await accessApi.endLogin(login.id).catch(setProblem);
    await refreshAccess('logins');
  };
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <span className={styles.name}>{agent}</span>{' '}
        <span className={styles.quiet}>
          {isOwn && `${t('rights.this-browser')} · `}
          {t('rights.login-line', { address: login.address, ago: formatAgo(login.lastUsedAt, now, language) })}
        </span>
        <ProblemNote problem={problem} />
      </div>
      {!isOwn && (
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('rights.sign-out-of', { agent })}
          onClick={() => void end()}
        >
          {t('rights.sign-out-other')}
        </Button>
      )}
    </li>
  );
}
