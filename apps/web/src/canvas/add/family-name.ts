import type { Translate } from '../../i18n/i18n.ts';

/** The name of a family of nodes; one that this page doesn't know yet is called as its folder is. */
export function familyName(family: string, t: Translate): string {
  switch (family) {
    case 'io':
      return t('canvas.family-io');
    case 'prompts':
      return t('canvas.family-prompts');
    case 'models':
      return t('canvas.family-models');
    case 'reasoning':
      return t('canvas.family-reasoning');
    case 'tools':
      return t('canvas.family-tools');
    case 'retrieval':
      return t('build.family-retrieval');
    case 'control':
      return t('canvas.family-control');
    case 'data':
      return t('canvas.family-data');
    case 'memory':
      return t('canvas.family-memory');
    case 'teaching':
      return t('canvas.family-teaching');
    default:
      return family.charAt(0).toUpperCase() + family.slice(1);
  }
}
