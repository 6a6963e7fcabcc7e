import type { JsonValue, Language } from '@jacquard/flow';
import { formatParam } from './format-param.ts';

/** What a template’s placeholders stand for. */
export type MessageParams = Readonly<Record<string, JsonValue>>;

const section = /\[\[(.*?)\]\]/gs;
const placeholder = /\{(\w+)(?::(\w+)|\|([^{}|]*)\|([^{}|]*))?\}/g;

/** Fills a template (see `MessageEntry`). An absent param shows as `…`, so that a sentence is never lost for one. */
export function renderMessage(template: string, params: MessageParams, language: Language): string {
  const whole = template.replaceAll(section, (_match, inside: string) =>
    [...inside.matchAll(placeholder)].every((match) => says(param(params, match[1] ?? ''))) ? inside : '',
  );
  return typeset(whole, language).replaceAll(
    placeholder,
    (_match, name: string, format: string | undefined, one: string | undefined, other: string | undefined) => {
      const value = param(params, name);
      if (one !== undefined && other !== undefined) return plural(value, language) === 'one' ? one : other;
      return value === undefined ? '…' : formatParam(value, format, language);
    },
  );
}

/** Names of the params that a template reads, sorted. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map((match) => match[1] ?? ''))].toSorted();
}

function param(params: MessageParams, name: string): JsonValue | undefined {
  return Object.hasOwn(params, name) && params[name] !== null ? params[name] : undefined;
}

/** False for what is absent, an empty text or an empty list: a section would say nothing of it. */
function says(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function plural(value: JsonValue | undefined, language: Language): string {
  return typeof value === 'number' ? new Intl.PluralRules(language).select(value) : 'other';
}

/** Sets apostrophes, quotation marks and, in French, the non-breaking spaces before high punctuation. */
export function typeset(text: string, language: Language): string {
  const apostrophes = text.replaceAll(/(?<=\p{L})'(?=[\p{L}{"«])/gu, '’');
  if (language === 'en') return apostrophes.replaceAll(/"([^"]*)"/g, '“$1”');
  return apostrophes
    .replaceAll(/"([^"]*)"/g, '«\u00A0$1\u00A0»')
    .replaceAll(/« /g, '«\u00A0')
    .replaceAll(/ (?=[:;?!»])/g, '\u00A0');
}
