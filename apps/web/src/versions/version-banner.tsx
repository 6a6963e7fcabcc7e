import { Button } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import { Banner } from '../shell/banner.tsx';
import { useEditor } from '../state/editor-store.ts';
import { endComparison, useComparison } from './compare-store.ts';

/** Says that the canvas shows another state of the flow, and leads back. */
export function VersionBanner(): React.ReactElement | null {
  const { t } = useTexts();
  const isShown = useEditor(({ peek }) => peek?.of === 'version');
  const comparison = useComparison((state) => state.comparison);
  if (!isShown || !comparison) return null;
  const { number, view } = comparison;
  const text =
    view === 'version' ? t('versions.banner-version', { number }) : t('versions.banner-difference', { number });
  return (
    <Banner tone="info" text={text}>
      <Button variant="default" onClick={endComparison}>
        {t('versions.back')}
      </Button>
    </Banner>
  );
}
