import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { Dices, Square } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { useInsides } from '../insides-store.ts';
import styles from './next-word.module.css';
import type { Drawing } from './use-drawing.ts';

/** Tokens that are drawn in one go. */
const many = 20;

/** Seeds that are offered lie below: short enough to be told to a neighbour. */
const seedLimit = 10_000;

interface DrawControlsProps {
  readonly drawing: Drawing;
  readonly isDisabled: boolean;
}

/** Has the model's chances decide, by a seed that everybody can see and repeat. */
export function DrawControls({ drawing, isDisabled }: DrawControlsProps): React.ReactElement {
  const { t } = useTexts();
  const seed = useInsides((state) => state.seed);
  const take = (value: number): void => {
    if (Number.isFinite(value)) useInsides.setState({ seed: Math.trunc(Math.abs(value)) % 2 ** 32 });
  };
  return (
    <section className={styles.draw} aria-labelledby="insides-draw">
      <h2 className={styles.smallTitle} id="insides-draw">
        {t('insides.draw')}
      </h2>
      <div className={styles.drawRow}>
        <TextInput
          className={styles.seed}
          label={t('insides.seed')}
          type="number"
          min={0}
          value={seed}
          onChange={(event) => take(event.currentTarget.valueAsNumber)}
        />
        <Tooltip label={t('insides.another-seed')}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t('insides.another-seed')}
            onClick={() => take(Math.floor(Math.random() * seedLimit))}
          >
            <Dices size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={styles.drawRow}>
        <Button variant="light" disabled={isDisabled || drawing.isDrawing} onClick={() => void drawing.draw(1)}>
          {t('insides.draw-one')}
        </Button>
        {drawing.isDrawing ? (
          <Button variant="default" leftSection={<Square size={12} fill="currentColor" />} onClick={drawing.stop}>
            {t('insides.stop')}
          </Button>
        ) : (
          <Button variant="default" disabled={isDisabled} onClick={() => void drawing.draw(many)}>
            {t('insides.draw-many', { count: many })}
          </Button>
        )}
      </div>
      <p className={styles.help}>{t('insides.draw-help')}</p>
    </section>
  );
}
