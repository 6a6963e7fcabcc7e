import { SegmentedControl } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import { compare, type Comparison } from './compare-store.ts';

/** What the canvas shows of a comparison: both states in one, or the version alone. */
export function ViewChoice({ comparison }: { readonly comparison: Comparison }): React.ReactElement {
  const { t } = useTexts();
  return (
    <SegmentedControl
      aria-label={t('versions.view')}
      fullWidth
      value={comparison.view}
      data={[
        { value: 'difference', label: t('versions.view-difference') },
        { value: 'version', label: t('versions.view-version') },
      ]}
      onChange={(value) => compare({ ...comparison, view: value === 'version' ? 'version' : 'difference' })}
    />
  );
}
