import { neededMemory, type ModelState } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import { formatCount } from '../values/format-duration.ts';
import { FactList } from './fact-list.tsx';
import { languageNames } from './language-names.ts';
import type { SpeedEstimate } from './model-verdict.ts';

interface ModelFactsProps {
  readonly model: ModelState;
  readonly estimate: SpeedEstimate | undefined;
}

/** What a model is, in figures. */
export function ModelFacts({ model, estimate }: ModelFactsProps): React.ReactElement {
  const { t, language } = useTexts();
  const memory = formatBytes(neededMemory(model), language);
  const speed = useSpeed(model, estimate);
  const facts: readonly (readonly [string, string])[] = [
    [t('models.speed'), speed],
    [t('models.size'), `${model.isSizeAbout === true ? '≈ ' : ''}${formatBytes(model.size, language)}`],
    [t('models.memory'), model.memory === undefined ? t('models.memory-estimate', { memory }) : memory],
    [t('models.parameters'), model.parameters],
    [t('models.quantisation'), model.quantisation ?? ''],
    [
      t('models.context'),
      model.contextTokens > 0 ? t('models.tokens', { count: formatCount(model.contextTokens, language) }) : '',
    ],
    [t('models.languages'), languageNames(model.languages, language).join(', ')],
    [t('models.licence'), model.licence],
    [t('models.from'), model.addedFrom ?? ''],
  ];
  return <FactList facts={facts} />;
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
