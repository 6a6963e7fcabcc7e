import { NumberInput } from '@mantine/core';
import { defaultPassageSettings, type KnowledgeDocument } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import styles from './settings.module.css';

type Passages = KnowledgeDocument['passages'];

/** Bounds of `knowledgeDocumentSchema`, in characters, and what is taken where nothing is written. */
const bounds = {
  size: { min: 200, max: 4000, default: defaultPassageSettings.size },
  overlap: { min: 0, max: 1000, default: defaultPassageSettings.overlap },
} as const;

interface PassageSettingsProps {
  readonly passages: Passages;
  readonly onChange: (passages: Passages) => void;
}

/** How documents are cut into passages. */
export function PassageSettings({ passages, onChange }: PassageSettingsProps): React.ReactElement {
  const { t } = useTexts();
  const change = (key: 'size' | 'overlap', value: string | number): void => {
    const { [key]: _before, ...others } = passages ?? {};
    const next = typeof value === 'number' ? { ...others, [key]: value } : others;
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <div className={styles.setting}>
      <h3 className={styles.name}>{t('knowledge.cutting')}</h3>
      <p className={styles.text}>{t('knowledge.cutting-text')}</p>
      <div className={styles.fields}>
        {(['size', 'overlap'] as const).map((key) => (
          <NumberInput
            key={key}
            label={t(`knowledge.${key}`)}
            description={t(`knowledge.${key}-text`, {
              min: bounds[key].min,
              max: bounds[key].max,
              standard: bounds[key].default,
            })}
            suffix={` ${t('knowledge.characters-unit')}`}
            placeholder={`${bounds[key].default} ${t('knowledge.characters-unit')}`}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            value={passages?.[key] ?? ''}
            error={
              problemOf(key, passages) && t(`knowledge.${key}-wrong`, { min: bounds[key].min, max: bounds[key].max })
            }
            onChange={(value) => change(key, value)}
          />
        ))}
      </div>
    </div>
  );
}

/** True when the base could not be cut so. */
export function isPassagesProblem(passages: Passages): boolean {
  return problemOf('size', passages) || problemOf('overlap', passages);
}

function problemOf(key: 'size' | 'overlap', passages: Passages): boolean {
  const value = passages?.[key] ?? bounds[key].default;
  if (value < bounds[key].min || value > bounds[key].max) return true;
  return key === 'overlap' && value * 2 >= (passages?.size ?? bounds.size.default);
}
