import type { ThemeColor } from '@jacquard/canvas';

const tones: Readonly<Record<ThemeColor, string>> = {
  grey: 'var(--ink-3)',
  indigo: 'var(--accent)',
  teal: 'var(--kind-documents)',
  green: 'var(--ok)',
  amber: 'var(--warn)',
  rose: 'var(--kind-table)',
};

/** The theme's own tone of a colour that groups and notes can have. */
export function toneOf(color: ThemeColor): string {
  return tones[color];
}
