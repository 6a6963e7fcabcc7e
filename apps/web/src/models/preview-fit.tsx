import { neededMemory, type Machine, type ModelPreview } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import styles from './models.module.css';

interface PreviewFitProps {
  readonly preview: ModelPreview;
  readonly machine: Machine | undefined;
}

/** Whether a model has room on this machine; where it has not, in which size it would. */
export function PreviewFit({ preview, machine }: PreviewFitProps): React.ReactElement {
  const { t, language } = useTexts();
  const { fit, choices } = preview;
  const bytes = (value: number): string => formatBytes(value, language);
  const need = bytes(neededMemory(preview));
  const text = {
    well: () => t('models.fit-well'),
    tight: () => t('models.fits-tightly', { need, free: bytes(machine?.freeMemory ?? 0) }),
    'too-large': () => t('models.too-large', { need, total: bytes(machine?.totalMemory ?? 0) }),
  }[fit]();
  const other = fit === 'well' ? undefined : choices.findLast((choice) => choice.fit === 'well');
  return (
    <p className={styles.verdict} data-tone={{ well: 'ok', tight: 'warn', 'too-large': 'err' }[fit]}>
      {text}
      {fit === 'too-large' && !other && ` ${t('models.none-fits')}`}
      {other && ` ${t('models.size-that-fits', { quantisation: other.quantisation, size: bytes(other.size) })}`}
    </p>
  );
}
