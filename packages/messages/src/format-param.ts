import { wordsSchema, type JsonValue, type Language } from '@jacquard/flow';
import { codeWords } from './code-words.ts';
import { kindName } from './kind-name.ts';

const longestText = 300;

/** Writes a param as the language does. Texts are cut at 300 characters; a wrong type is written as JSON, never thrown. */
export function formatParam(value: JsonValue, format: string | undefined, language: Language): string {
  if (format === 'bytes' && typeof value === 'number') return formatBytes(value, language);
  if (format === 'seconds' && typeof value === 'number') return formatSeconds(value, language);
  if (format === 'kind') return kindName(value, language);
  if (format === 'words') return cut(wordsIn(value, language));
  if (format === 'path' && Array.isArray(value)) return cut(value.join(' → '));
  if (format === 'word' && typeof value === 'string') return codeWords(value)?.[language] ?? cut(value);
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  if (typeof value === 'boolean') return wordsOf(value)[language];
  if (Array.isArray(value))
    return cut(value.map((item: JsonValue) => formatParam(item, undefined, language)).join(', '));
  return cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

function wordsOf(value: boolean): { en: string; fr: string } {
  return value ? { en: 'yes', fr: 'oui' } : { en: 'no', fr: 'non' };
}

/** A text that comes in every language, as labels of ports do. */
function wordsIn(value: JsonValue, language: Language): string {
  const parsed = wordsSchema.safeParse(value);
  return parsed.success ? parsed.data[language] : formatParam(value, undefined, language);
}

function formatBytes(bytes: number, language: Language): string {
  const units = language === 'fr' ? ['octets', 'Kio', 'Mio', 'Gio'] : ['bytes', 'KiB', 'MiB', 'GiB'];
  const step = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, Math.abs(bytes))) / 10)));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1024 ** step);
  return `${number}\u00A0${units[step] ?? ''}`;
}

function formatSeconds(seconds: number, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (Math.abs(seconds) >= 120) return `${number.format(seconds / 60)}\u00A0min`;
  return `${number.format(seconds)}\u00A0s`;
}
