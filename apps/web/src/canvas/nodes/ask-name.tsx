import { Button, TextInput } from '@mantine/core';
import { setScopeState } from '@jacquard/canvas';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow } from '../../state/editor-store.ts';
import styles from './scope-frame.module.css';

interface AskNameProps {
  readonly id: string;
  readonly taken: readonly string[];
  readonly onEnd: () => void;
}

/** Asks for the name of a value that a scope carries from turn to turn. */
export function AskName({ id, taken, onEnd }: AskNameProps): React.ReactElement {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const isFree = /^[A-Za-z_][\w-]*$/.test(name) && !taken.includes(name);
  return (
    <form
      className={`${styles.frameField} nodrag`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFree) return;
        changeFlow(setScopeState(id, name, { first: '', next: '' }));
        onEnd();
      }}
    >
      <TextInput
        size="xs"
        value={name}
        placeholder={t('canvas.scope-name')}
        aria-label={t('canvas.scope-name')}
        error={name !== '' && !isFree}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onEnd()}
      />
      <Button type="submit" size="compact-xs" h={28} disabled={!isFree}>
        {t('canvas.scope-add')}
      </Button>
    </form>
  );
}
