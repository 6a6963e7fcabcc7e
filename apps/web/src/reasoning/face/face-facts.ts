import type { Language } from '@jacquard/flow';
import { rankingScore, type StepView } from '@jacquard/protocol';
import type { Translate } from '../../i18n/i18n.ts';
import { formatCount } from '../../values/format-duration.ts';
import { samplesText } from '../answers/samples-text.ts';
import { scoreFigure } from '../candidates/score-text.ts';
import { formatValue } from '../format-value.ts';
import type { InsidesView, StepInsides } from '../use-step-insides.ts';

/** How far a strategy is, in a line: `6 of 8 samples`, `24 thoughts · 3 levels · best 20`. */
export function faceFacts(
  view: InsidesView,
  { answers, thoughts, trials, candidates }: StepInsides,
  progress: StepView['progress'],
  t: Translate,
  language: Language,
): string {
  const count = (number: number): string => formatCount(number, language);
  if (view === 'answers' && answers) return samplesText(answers, progress, t, language);
  if (view === 'thoughts' && thoughts) {
    const { list, levels, best } = thoughts;
    const facts = [
      t('reasoning.thought-count', { count: list.length, thoughts: count(list.length) }),
      t('reasoning.levels', { count: levels.length, levels: count(levels.length) }),
    ];
    if (best !== undefined) facts.push(t('reasoning.best', { value: formatValue(best, language) }));
    return facts.join(' · ');
  }
  const last = trials?.at(-1);
  if (view === 'trials' && last) {
    const name = t('reasoning.trial', { number: last.trial });
    if (last.tests.length === 0) return name;
    return `${name} · ${t('reasoning.passed-of', { count: last.passed, passed: last.passed, all: last.tests.length })}`;
  }
  if (!candidates) return '';
  const { ranked } = candidates;
  const best = ranked[0] && rankingScore(ranked[0]);
  const facts = [t('reasoning.candidate-count', { count: ranked.length, candidates: count(ranked.length) })];
  if (best) facts.push(t('reasoning.best', { value: scoreFigure(best, candidates, language) }));
  return facts.join(' · ');
}
