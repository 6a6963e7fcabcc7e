import type { ModelState } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import { formatCount } from '../values/format-duration.ts';
import { memoryOf, type SpeedEstimate } from './model-verdict.ts';
import styles from './models.module.css';

interface ModelFactsProps {
  readonly model: ModelState;
  readonly estimate: SpeedEstimate | undefined;
}

/** What a model is, in figures. */
export function ModelFacts({ model, estimate }: ModelFactsProps): React.ReactElement {
  const { t, language } = useTexts();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const memory = formatBytes(memoryOf(model), language);
  const speed = useSpeed(model, estimate);
  const facts: readonly (readonly [string, string])[] = [
    [t('models.speed'), speed],
    [t('models.size'), formatBytes(model.size, language)],
    [t('models.memory'), model.memory === undefined ? t('models.memory-estimate', { memory }) : memory],
    [t('models.parameters'), model.parameters],
    [t('models.quantisation'), model.quantisation ?? ''],
    [
      t('models.context'),
      model.contextTokens > 0 ? t('models.tokens', { count: formatCount(model.contextTokens, language) }) : '',
    ],
    [t('models.languages'), model.languages.map((code) => nameOf(names, code)).join(', ')],
    [t('models.licence'), model.licence],
  ];
  return (
    <dl className={`${styles.facts} tabular`}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function useSpeed({ speed, isMeasuring, state }: ModelState, estimate: SpeedEstimate | undefined): string {
  const { t, language } = useTexts();
  const round = (value: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  if (isMeasuring) return t('models.measuring');
  if (speed) {
    const date = new Date(speed.at).toLocaleDateString(language, { dateStyle: 'long' });
    const reading = round(speed.reading);
    return speed.writing === undefined
      ? t('models.speed-reading', { reading, date })
      : t('models.speed-measured', { writing: round(speed.writing), reading, date });
  }
  if (estimate) return t('models.speed-estimate', { writing: round(estimate.writing), model: estimate.from });
  return state === 'installed' ? t('models.speed-unknown') : '';
}

/** What a file says of itself may be no code of a language. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
