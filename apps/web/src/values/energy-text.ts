import type { Language } from '@jacquard/flow';
import type { Translate } from '../i18n/i18n.ts';
import { formatEnergy, type Energy } from './format-cost.ts';

/** Energy in words: `0.021 Wh`, or `≈ 0.02 Wh (estimated)`. Empty where none is known. */
export function energyText(energy: Energy, t: Translate, language: Language): string {
  const amount = formatEnergy(energy, language);
  return energy.energyEstimated === true && amount !== '' ? t('faces.energy-estimated', { amount }) : amount;
}
