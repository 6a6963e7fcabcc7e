import type { Machine } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import type { Verdict } from './model-verdict.ts';
import styles from './models.module.css';

interface VerdictLineProps {
  readonly verdict: Verdict;
  readonly machine: Machine;
}

/** Whether a model does its work on this machine, in a line. */
export function VerdictLine({ verdict, machine }: VerdictLineProps): React.ReactElement {
  const { t, language } = useTexts();
  const bytes = (value: number): string => formatBytes(value, language);
  const round = (speed: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: speed < 10 ? 1 : 0 }).format(speed);
  const tones = { 'runs-well': 'ok', fits: 'plain', 'runs-slowly': 'warn', 'fits-tightly': 'warn', 'too-large': 'err' };
  const text = {
    'runs-well': () => t('models.runs-well'),
    fits: () => t('models.fits'),
    'runs-slowly': () => t('models.runs-slowly', { speed: 'speed' in verdict ? round(verdict.speed) : '' }),
    'fits-tightly': () =>
      t('models.fits-tightly', { need: 'need' in verdict ? bytes(verdict.need) : '', free: bytes(machine.freeMemory) }),
    'too-large': () =>
      t('models.too-large', { need: 'need' in verdict ? bytes(verdict.need) : '', total: bytes(machine.totalMemory) }),
  }[verdict.kind]();
  return (
    <p className={styles.verdict} data-tone={tones[verdict.kind]}>
      {text}
    </p>
  );
}
