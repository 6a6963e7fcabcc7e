import { Button } from '@mantine/core';
import type { Key } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { useNow } from '../state/use-now.ts';
import { accessApi, accessKeys } from './access-api.ts';
import styles from './access.module.css';
import { keyEnd } from './key-end.ts';
import { KeyForm } from './key-form.tsx';
import { KeyRow } from './key-row.tsx';
import { NewKey } from './new-key.tsx';
import { ProblemNote } from './problem-note.tsx';

/** Keys of programs: what each may do, what it has used and has left; and making another. */
export function KeysSection(): React.ReactElement {
  const { t } = useTexts();
  const { data, error } = useQuery({ queryKey: accessKeys.keys, queryFn: accessApi.keys });
  const now = useNow(false);
  const [isMaking, setMaking] = useState(false);
  const [wasMaking, setWasMaking] = useState(false);
  const [made, setMade] = useState<string>();
  return (
    <section aria-labelledby="keys">
      <h2 className={styles.title} id="keys">
        {t('rights.keys')}
      </h2>
      <p className={styles.text}>{t('rights.keys-text')}</p>
      {!isMaking && made === undefined && (
        <Button
          mb="sm"
          variant="light"
          leftSection={<Plus size={14} />}
          autoFocus={wasMaking}
          onClick={() => {
            setMaking(true);
            setWasMaking(true);
          }}
        >
          {t('rights.make-key')}
        </Button>
      )}
      <ProblemNote problem={error} />
      {made !== undefined && <NewKey text={made} onDone={() => setMade(undefined)} />}
      {isMaking && (
        <KeyForm
          onCancel={() => setMaking(false)}
          onMade={(text) => {
            setMade(text);
            setMaking(false);
          }}
        />
      )}
      {data && data.keys.length > 0 && (
        <ul className={styles.rows}>
          {endedLast(data.keys, now).map((key) => (
            <KeyRow key={key.id} apiKey={key} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Keys that are still taken come first; otherwise they stay in their order. */
function endedLast(keys: readonly Key[], now: number): readonly Key[] {
  const rank = (key: Key): number => Number(keyEnd(key, now) !== undefined);
  return keys.toSorted((one, other) => rank(one) - rank(other));
}
