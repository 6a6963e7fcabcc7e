import type { ModelState } from '@jacquard/protocol';
import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import type { Place } from '../insides-api.ts';
import { formFor, keepAdded, useInsides } from '../insides-store.ts';
import { tokenLabel } from '../token-label.ts';
import { formatChance } from './format-chance.ts';
import styles from './read-text.module.css';

interface ReadTextProps {
  readonly model: ModelState;
  readonly text: string;
  readonly place: Place | undefined;
}

/** The text and, behind it, each token that was added, with the chance that it had. A click on one goes back to it. */
export function ReadText({ model, text, place }: ReadTextProps): React.ReactElement {
  const { t, language } = useTexts();
  const form = useInsides((state) => formFor(model, state.form));
  const added = useInsides((state) => state.added);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (added.length > 0) end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [added]);
  const pieceOf = (index: number) => added[index]?.piece ?? place?.after[index];
  const hasEnded = added.length > 0 && pieceOf(added.length - 1)?.isSpecial === true;
  return (
    <section aria-label={t('insides.so-far')}>
      <div className={styles.read} ref={end} tabIndex={0} role="group" aria-label={t('insides.so-far')}>
        <span className={styles.start}>{text}</span>
        {form === 'message' && <span className={styles.form}>{t('insides.as-message')}</span>}
        {added.map(({ id, own }, index) => {
          const piece = pieceOf(index);
          const label = piece ? tokenLabel(piece) : String(id);
          const figure = formatChance(own, language);
          return (
            <button
              key={index}
              type="button"
              className={styles.added}
              title={t('insides.back-to', { token: label, chance: figure })}
              aria-label={t('insides.back-to', { token: label, chance: figure })}
              style={{ '--chance': `${Math.round(8 + own * 40)}%` }}
              onClick={() => keepAdded(index + 1)}
            >
              <span className={styles.token}>{label}</span> <span className={`${styles.chance} tabular`}>{figure}</span>
            </button>
          );
        })}
      </div>
      <div className={styles.under}>
        <span role="status" className={styles.count}>
          {place &&
            t('insides.read', {
              read: place.inputTokens - place.after.length + added.length,
              added: added.length,
            })}{' '}
          {hasEnded && t('insides.ended')}
        </span>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<Undo2 size={14} />}
          disabled={added.length === 0}
          onClick={() => keepAdded(added.length - 1)}
        >
          {t('insides.undo')}
        </Button>
        <Button variant="subtle" color="gray" disabled={added.length === 0} onClick={() => keepAdded(0)}>
          {t('insides.start-over')}
        </Button>
      </div>
    </section>
  );
}
