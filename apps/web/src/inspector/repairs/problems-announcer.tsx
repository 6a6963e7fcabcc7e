import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';

/** Milliseconds without a change, so that typing isn't talked over. */
const pause = 1_500;

/** Says politely how many problems the flow has, when that has changed for a while. Nothing is seen of it. */
export function ProblemsAnnouncer(): React.ReactElement {
  const { t } = useTexts();
  const count = useEditor(({ derived }) => derived?.issues.length ?? 0);
  const [told, setTold] = useState(count);
  const [isTold, setIsTold] = useState(false);
  useEffect(() => {
    if (count === told) return undefined;
    const timer = setTimeout(() => {
      setTold(count);
      setIsTold(true);
    }, pause);
    return () => clearTimeout(timer);
  }, [count, told]);
  return (
    <VisuallyHidden role="status">
      {isTold && (told === 0 ? t('panels.problems-none') : t('editing.problems-count', { count: told }))}
    </VisuallyHidden>
  );
}
