import type { AssertionResult } from '@jacquard/protocol';
import type { TextKey } from '../i18n/en/index.ts';
import type { Translate } from '../i18n/i18n.ts';

/** What is expected, in a word or two. */
export function kindText(kind: AssertionResult['kind'], t: Translate): string {
  return t(`tests.kind-${kind}` satisfies TextKey);
}
