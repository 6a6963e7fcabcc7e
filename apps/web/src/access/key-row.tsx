import { Button } from '@mantine/core';
import type { Key } from '@jacquard/protocol';
import { useState } from 'react';
import { formatAgo } from '../flows/format-ago.ts';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { accessApi, refreshAccess } from './access-api.ts';
import styles from './access.module.css';
import { keyEnd } from './key-end.ts';
import { KeyLeft } from './key-left.tsx';

/** One key: what it may do, when it was used, how long it is good, and what it has left. `now` in milliseconds. */
export function KeyRow({ apiKey, now }: { readonly apiKey: Key; readonly now: number }): React.ReactElement {
  const { t, language } = useTexts();
  const { id, name, lastUsedAt, isOfEnvironment } = apiKey;
  const ended = keyEnd(apiKey, now);
  const facts = [
    ...apiKey.actions.map((action) => t(`rights.${action}`)),
    apiKey.flows === 'all' ? t('rights.all-flows') : t('rights.flows', { count: apiKey.flows.length }),
    lastUsedAt === undefined ? t('rights.never-used') : t('rights.used', { ago: formatAgo(lastUsedAt, now, language) }),
    ...(isOfEnvironment ? [t('rights.from-environment')] : []),
    ...endFact(apiKey, ended, t, language),
  ];
  return (
    <li className={styles.row} data-ended={ended !== undefined || undefined}>
      <div className={styles.rowText}>
        <span className={styles.name}>{name}</span>{' '}
        {!isOfEnvironment && <code className={styles.quiet}>{`jq_${id}`}</code>}
        <div className={styles.quiet}>{facts.join(' · ')}</div>
        {ended === undefined && <KeyLeft apiKey={apiKey} />}
      </div>
      {ended === undefined && !isOfEnvironment && <RevokeButton id={id} name={name} />}
    </li>
  );
}

function endFact(
  { expiresAt }: Key,
  ended: 'revoked' | 'ended' | undefined,
  t: Translate,
  language: string,
): readonly string[] {
  if (ended !== undefined) return [t(`rights.${ended}`)];
  if (expiresAt === undefined) return [];
  return [t('rights.ends-on', { when: new Date(expiresAt).toLocaleDateString(language, { dateStyle: 'medium' }) })];
}

function RevokeButton({ id, name }: { readonly id: string; readonly name: string }): React.ReactElement {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        aria-label={t('rights.revoke-of', { name })}
        onClick={() => setAsking(true)}
      >
        {t('rights.revoke')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('rights.revoke-title')}
        text={t('rights.revoke-text', { name })}
        action={t('rights.revoke')}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await accessApi.revokeKey(id);
          await refreshAccess('keys');
        }}
      />
    </>
  );
}
