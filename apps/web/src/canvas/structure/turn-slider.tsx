import { useTexts } from '../../i18n/i18n.ts';
import styles from './turn-slider.module.css';
import { useTurns } from './use-turns.ts';

/** Goes through the turns of a loop: what stands inside shows the values that it had in that turn. */
export function TurnSlider({ scope }: { readonly scope: string }): React.ReactElement | null {
  const { t } = useTexts();
  const { count, shown, isFollowing, show } = useTurns(scope);
  if (count < 2) return null;
  const text = t('structure.turn', { turn: shown + 1, count });
  return (
    <div className={`${styles.turns} nodrag nopan`} role="group" aria-label={t('structure.turns')}>
      <output className={`${styles.text} tabular`}>{text}</output>
      <input
        type="range"
        className={styles.range}
        min={1}
        max={count}
        value={shown + 1}
        aria-label={t('structure.turn-choose')}
        aria-valuetext={text}
        onChange={(event) => show(event.currentTarget.valueAsNumber - 1)}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <button
        type="button"
        className={styles.last}
        aria-pressed={isFollowing}
        title={t('structure.turn-last-hint')}
        onClick={() => show(isFollowing ? count - 1 : undefined)}
      >
        {t('structure.turn-last')}
      </button>
    </div>
  );
}
