import { SegmentedControl } from '@mantine/core';
import type { Thoughts } from '@jacquard/protocol';
import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { formatCount } from '../../values/format-duration.ts';
import { formatValue } from '../format-value.ts';
import { useInsidesContext } from '../insides-context.ts';
import { ThoughtDrawing } from './thought-drawing.tsx';
import { ThoughtOutline } from './thought-outline.tsx';
import { withChoice, type ThoughtActions } from './thought-actions.ts';
import { ThoughtPanel } from './thought-panel.tsx';
import styles from './thoughts.module.css';

interface ThoughtsViewProps {
  readonly thoughts: Thoughts;
  readonly actions: ThoughtActions | undefined;
}

/** A search through thoughts, as it grows: a drawing where there is room, a list of indented lines elsewhere; and one thought in full. */
export function ThoughtsView({ thoughts: told, actions }: ThoughtsViewProps): React.ReactElement {
  const { t, language } = useTexts();
  const { isLarge, isRunning } = useInsidesContext();
  const [wished, setForm] = useState<'drawing' | 'outline'>();
  const [active, setActive] = useState<string>();
  const thoughts = useMemo(() => withChoice(told, actions), [told, actions]);
  const { list, levels, best } = thoughts;
  // A chain is best read line by line, and what it came to is what one looks for.
  const isChain = levels.every(({ count }) => count === 1);
  const last = isChain && isLarge && !isRunning ? list.at(-1) : undefined;
  const chosen = active === undefined ? last : thoughts.byId.get(active);
  const form = wished ?? (isChain ? 'outline' : 'drawing');
  const facts = [
    t('reasoning.thought-count', { count: list.length, thoughts: formatCount(list.length, language) }),
    t('reasoning.levels', { count: levels.length, levels: formatCount(levels.length, language) }),
    best !== undefined && t('reasoning.best', { value: formatValue(best, language) }),
  ].filter((fact) => typeof fact === 'string');
  const View = isLarge && form === 'drawing' ? ThoughtDrawing : ThoughtOutline;
  return (
    <div className={styles.thoughts} data-large={isLarge}>
      <div className={styles.head}>
        <p className={`${styles.facts} tabular`}>{facts.join(' · ')}</p>
        {isLarge && (
          <SegmentedControl
            size="xs"
            aria-label={t('reasoning.form')}
            value={form}
            onChange={(next) => setForm(next === 'outline' ? 'outline' : 'drawing')}
            data={[
              { value: 'drawing', label: t('reasoning.drawing') },
              { value: 'outline', label: t('reasoning.outline') },
            ]}
          />
        )}
      </div>
      {/* The space bar, in the tree, is one more of its keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.body}
        onKeyDown={(event) => {
          if (event.key !== ' ' || !chosen || actions?.isKept(chosen.id) === undefined || !isTree(event.target)) return;
          event.preventDefault();
          actions.toggle(chosen.id);
        }}
      >
        <View thoughts={thoughts} active={chosen?.id} onActive={setActive} />
        {(chosen || isLarge) && (
          <ThoughtPanel thoughts={thoughts} thought={chosen} actions={actions} onActive={setActive} />
        )}
      </div>
    </div>
  );
}

function isTree(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute('role') === 'tree';
}
