/** How numbers and dates are written in a language. */
export interface NumberSigns {
  readonly decimal: string;
  /** Between thousands; '' where the language isn't known, since a comma might then be taken for decimals. */
  readonly group: string;
  /** ISO 639-1, or undefined. */
  readonly language: string | undefined;
  /** As a format code: what a date without a form of its own looks like. */
  readonly shortDate: string;
  readonly yes: string;
  readonly no: string;
}

const iso = 'yyyy-mm-dd';

/**
 * The signs of a language. A workbook says what a number looks like, not in which country it is opened: so English dates that
 * the system alone would order are written as 2024-03-12, since day and month can't be told apart.
 */
export function signsOf(language: string | undefined): NumberSigns {
  if (language === undefined) return { decimal: '.', group: '', language, shortDate: iso, yes: 'TRUE', no: 'FALSE' };
  const parts = new Intl.NumberFormat(language, { useGrouping: 'always' }).formatToParts(12_345.5);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const [yes, no] = truths[language] ?? ['TRUE', 'FALSE'];
  return {
    decimal: sign('decimal') || '.',
    group: sign('group').replaceAll(/\s/g, '\u00a0'),
    language,
    shortDate: language === 'en' ? iso : shortDateOf(language),
    yes,
    no,
  };
}

const truths: Readonly<Record<string, readonly [string, string]>> = {
  fr: ['VRAI', 'FAUX'],
  de: ['WAHR', 'FALSCH'],
  es: ['VERDADERO', 'FALSO'],
  it: ['VERO', 'FALSO'],
  pt: ['VERDADEIRO', 'FALSO'],
  nl: ['WAAR', 'ONWAAR'],
};

function shortDateOf(language: string): string {
  const form = new Intl.DateTimeFormat(language, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const codes: Readonly<Record<string, string>> = { day: 'dd', month: 'mm', year: 'yyyy' };
  return form
    .formatToParts(0)
    .map(({ type, value }) => codes[type] ?? `"${value}"`)
    .join('');
}
