import { Button } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';

interface ShowMoreProps {
  readonly shown: number;
  readonly all: number;
  /** So many more are shown by a click. */
  readonly atOnce: number;
  readonly onShow: (shown: number) => void;
}

/** Shows more of a long list. */
export function ShowMore({ shown, all, atOnce, onShow }: ShowMoreProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const more = Math.min(atOnce, all - shown);
  if (more <= 0) return null;
  return (
    <Button variant="subtle" size="compact-xs" h={28} onClick={() => onShow(shown + atOnce)}>
      {t('reasoning.more', { shown: formatCount(more, language) })}
    </Button>
  );
}
