import { NumberInput, Select } from '@mantine/core';
import type { CreateKey } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import form from './form.module.css';

const numbers = ['callsPerMinute', 'concurrency', 'calls', 'tokens', 'cost'] as const;
const periods = ['day', 'month', 'ever'] as const;

/** What the fields hold: a text where there is none. */
export type LimitDraft = Readonly<Record<(typeof numbers)[number], number | string>> & {
  readonly period: (typeof periods)[number];
};

export const emptyLimits: LimitDraft = {
  callsPerMinute: '',
  concurrency: '',
  calls: '',
  tokens: '',
  cost: '',
  period: 'month',
};

/** The limits that were given. The period goes with those that it counts. */
export function limitsOf(draft: LimitDraft): NonNullable<CreateKey['limits']> {
  const given = numbers.flatMap((name) => {
    const value = draft[name];
    return typeof value === 'number' && value > 0 ? [[name, value] as const] : [];
  });
  const isCounted = given.some(([name]) => name === 'calls' || name === 'tokens' || name === 'cost');
  return { ...Object.fromEntries(given), ...(isCounted && { period: draft.period }) };
}

interface LimitFieldsProps {
  readonly limits: LimitDraft;
  readonly onChange: (limits: LimitDraft) => void;
}

/** How much a key may use. */
export function LimitFields({ limits, onChange }: LimitFieldsProps): React.ReactElement {
  const { t } = useTexts();
  const field = (name: (typeof numbers)[number]) => ({
    value: limits[name],
    min: 0,
    allowNegative: false,
    allowDecimal: name === 'cost',
    thousandSeparator: ' ',
    onChange: (value: number | string) => onChange({ ...limits, [name]: value }),
  });
  return (
    <fieldset className={form.group}>
      <legend>{t('rights.limits')}</legend>
      <p className={form.hint}>{t('rights.limits-text')}</p>
      <div className={form.limits}>
        <NumberInput label={t('rights.per-minute')} {...field('callsPerMinute')} />
        <NumberInput label={t('rights.at-once')} {...field('concurrency')} />
      </div>
      <div className={form.limits}>
        <Select
          label={t('rights.period')}
          data={periods.map((each) => ({ value: each, label: t(`rights.period-${each}`) }))}
          value={limits.period}
          onChange={(chosen) =>
            onChange({ ...limits, period: periods.find((each) => each === chosen) ?? limits.period })
          }
        />
        <NumberInput label={t('rights.calls')} {...field('calls')} />
        <NumberInput label={t('rights.tokens')} {...field('tokens')} />
        <NumberInput label={t('rights.cost')} {...field('cost')} />
      </div>
    </fieldset>
  );
}
