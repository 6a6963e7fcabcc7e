import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';
import { later } from '../values/later.tsx';

const NewSecret = later(async () => (await import('./new-secret.tsx')).NewSecret);

/** A secret by its name: one that is stored, or a new one. Its text is never shown again. */
export function SecretField({ id, size, value, onChange }: ControlProps): React.ReactElement {
  const { t } = useTexts();
  const secrets = useQuery({ queryKey: queryKeys.secrets, queryFn: api.secrets });
  const [isNew, setNew] = useState(false);
  const chosen = typeof value === 'string' ? value : null;
  const names = (secrets.data?.secrets ?? []).map(({ name }) => name);
  const all = chosen === null || names.includes(chosen) ? names : [...names, chosen];
  return (
    <>
      <Select
        id={id}
        className={styles.control}
        size="xs"
        clearable
        placeholder={t('fields.secret-choose')}
        data={all}
        value={chosen}
        onChange={(next) => onChange(next ?? undefined)}
      />
      {size === 'full' && !isNew && (
        <Button variant="subtle" size="compact-xs" h={28} onClick={() => setNew(true)}>
          {t('fields.secret-new')}
        </Button>
      )}
      {isNew && (
        <NewSecret
          onEnd={(name) => {
            setNew(false);
            if (name !== undefined) onChange(name);
          }}
        />
      )}
    </>
  );
}
