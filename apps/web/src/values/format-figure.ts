import type { Language } from '@jacquard/flow';

const formats = {
  en: new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 12 }),
  fr: new Intl.NumberFormat('fr', { useGrouping: false, maximumFractionDigits: 12 }),
};

/** A number as it stands in a table: all of its digits, the language's decimal mark, and no groups, since it may be a year. */
export function formatFigure(figure: number, language: Language): string {
  return Math.abs(figure) >= 1e21 || (figure !== 0 && Math.abs(figure) < 1e-9)
    ? String(figure)
    : formats[language].format(figure);
}
