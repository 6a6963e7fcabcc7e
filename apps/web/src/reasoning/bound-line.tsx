import type { CanvasNode } from '@jacquard/canvas';
import { statedBound } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';
import styles from './bound-line.module.css';

/** What a node will use of models at most with the settings that it has, before it runs. */
export function BoundLine({ canvasNode }: { readonly canvasNode: CanvasNode }): React.ReactElement | null {
  const { t, language } = useTexts();
  const { descriptor, node, ports } = canvasNode;
  if (!descriptor?.bound) return null;
  const bound = statedBound(descriptor.bound, node, ports.inputs);
  return <p className={`${styles.bound} tabular`}>{words()}</p>;

  function words(): string {
    if (!bound) return t('reasoning.bound-open');
    if (bound.calls === 0) return t('reasoning.bound-none');
    const [calls, tokens] = [formatCount(bound.calls, language), formatCount(bound.tokens, language)];
    return t('reasoning.bound', { count: bound.calls, calls, tokens });
  }
}
