import { themeColors, type ThemeColor } from '@jacquard/canvas';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './color-choice.module.css';
import { toneOf } from './tone-of.ts';

interface ColorChoiceProps {
  readonly color: ThemeColor;
  readonly onChoose: (color: ThemeColor) => void;
}

/** The colours that a group or a note can have, each with its name for those who don't see it. */
export function ColorChoice({ color, onChoose }: ColorChoiceProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.colors} role="radiogroup" aria-label={t('structure.color')}>
      {themeColors.map((one) => (
        <button
          key={one}
          type="button"
          role="radio"
          aria-checked={one === color}
          aria-label={t(`structure.color-${one}`)}
          title={t(`structure.color-${one}`)}
          className={styles.color}
          style={{ '--tone': toneOf(one) }}
          onClick={() => onChoose(one)}
        />
      ))}
    </div>
  );
}
