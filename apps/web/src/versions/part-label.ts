import type { Descriptors, Language } from '@jacquard/flow';
import type { TextKey } from '../i18n/en/index.ts';
import type { Translate } from '../i18n/i18n.ts';

/** What a page needs to say what differs between two states of a flow. */
export interface DifferenceWords {
  readonly t: Translate;
  readonly language: Language;
  readonly descriptors: Descriptors;
}

const known: Readonly<Record<string, TextKey>> = {
  name: 'versions.part-name',
  title: 'versions.part-title',
  description: 'versions.part-description',
  language: 'versions.part-language',
  type: 'versions.part-type',
  disabled: 'versions.part-disabled',
  scope: 'versions.part-scope',
  onError: 'versions.part-on-error',
  retry: 'versions.part-retry',
  timeout: 'versions.part-timeout',
  until: 'versions.part-until',
  text: 'versions.part-text',
  color: 'versions.part-color',
  nodes: 'versions.part-nodes',
};

/** What a part of a flow is called on the page: the label of a field, or the name of a setting. */
export function partLabel(
  part: string,
  type: string | undefined,
  { t, language, descriptors }: DifferenceWords,
): string {
  const [record = '', ...rest] = part.split(':');
  const name = rest.join(':');
  if (record === 'inputs') return descriptors.get(type ?? '')?.inputs[name]?.label[language] ?? name;
  if (record === 'state') return t('versions.part-variable', { name });
  if (record === 'overrides') return t('versions.part-override', { name });
  if (record === 'outputs') return t('versions.part-output', { name });
  const key = Object.hasOwn(known, part) ? known[part] : undefined;
  return key ? t(key) : t('versions.part-other', { name: part });
}
