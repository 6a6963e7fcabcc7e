import { ActionIcon } from '@mantine/core';
import type { z } from 'zod';
import type { secretSummarySchema } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import styles from './models.module.css';
import { SecretForm } from './secret-form.tsx';

type SecretSummary = z.infer<typeof secretSummarySchema>;

/** Keys and passwords by name, with where each may be sent. Their texts are never shown again. */
export function SecretsSection(): React.ReactElement {
  const { t, language } = useTexts();
  const { data, error } = useQuery({ queryKey: queryKeys.secrets, queryFn: api.secrets });
  const secrets = data?.secrets ?? [];
  return (
    <section aria-labelledby="secrets">
      <h2 className={styles.sectionTitle} id="secrets">
        {t('models.secrets')}
      </h2>
      <p className={styles.sectionText}>{t('models.secrets-text')}</p>
      {error && <p role="alert">{problemText(error, language).detail}</p>}
      {secrets.length > 0 && (
        <ul className={styles.secrets}>
          {secrets.map((secret) => (
            <SecretLine key={secret.name} secret={secret} />
          ))}
        </ul>
      )}
      {data && secrets.length === 0 && <p className={styles.quiet}>{t('models.secrets-none')}</p>}
      <SecretForm names={secrets.map(({ name }) => name)} />
    </section>
  );
}

function SecretLine({ secret: { name, origins, updatedAt } }: { readonly secret: SecretSummary }): React.ReactElement {
  const { t } = useTexts();
  const [isDeleting, setDeleting] = useState(false);
  const isOfEnvironment = updatedAt === 0;
  return (
    <li className={styles.secret}>
      <code>{name}</code>
      <span className={styles.origins}>
        {origins.length === 0 ? t('models.no-origin') : t('models.goes-to', { origins: origins.join(', ') })}
        {isOfEnvironment && ` · ${t('models.of-environment')}`}
      </span>
      {!isOfEnvironment && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('models.delete-secret', { name })}
            onClick={() => setDeleting(true)}
          >
            <Trash2 size={14} />
          </ActionIcon>
          <ConfirmDialog
            isOpen={isDeleting}
            title={t('models.delete-secret-title')}
            text={t('models.delete-secret-text', { name })}
            action={t('models.delete')}
            onClose={() => setDeleting(false)}
            onConfirm={async () => {
              await api.deleteSecret(name);
              await queryClient.invalidateQueries({ queryKey: queryKeys.secrets });
            }}
          />
        </>
      )}
    </li>
  );
}
