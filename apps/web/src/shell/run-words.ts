import type { RunForecast } from '@jacquard/canvas';
import type { Language } from '@jacquard/flow';
import { nodeTitle } from '../bottom/node-title.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';

/** How many nodes are named before the rest is counted. */
const mostNames = 3;

/** What a run would do, in a sentence or two: how many nodes run, are kept, are pinned. `isWish`: beside Run itself. */
export function forecastWords({ runs, kept, pinned }: RunForecast, t: Translate, isWish = false): string {
  const total = runs.length + kept.length + pinned.length;
  if (total === 0) return t('pins.runs-nothing');
  if (runs.length === 0 && isWish) return t('pins.runs-no-more');
  if (runs.length === total) return t('pins.runs-all', { count: total });
  const parts = [
    runs.length > 0 ? t('pins.runs-some', { count: runs.length, total }) : unchangedWords(kept.length, t),
    ...(kept.length > 0 && runs.length > 0 ? [t('pins.runs-kept', { count: kept.length })] : []),
    ...(pinned.length > 0 ? [t('pins.runs-pinned', { count: pinned.length })] : []),
    ...(runs.length > 1 && kept.length > 0 ? [t('pins.runs-perhaps')] : []),
  ];
  return parts.join(' ');
}

function unchangedWords(kept: number, t: Translate): string {
  return kept === 0 ? t('pins.runs-unchanged') : t('pins.runs-none', { count: kept });
}

/** The names of nodes as a person reads a list: the first few, and how many more. */
export function nameNodes(ids: readonly string[], t: Translate, language: Language): string {
  const { history, descriptors } = useEditor.getState();
  const names = ids.slice(0, mostNames).map((id) => nodeTitle(id, history?.document, descriptors, language));
  const more = ids.length - names.length;
  return new Intl.ListFormat(language).format([...names, ...(more > 0 ? [t('pins.more-nodes', { count: more })] : [])]);
}
