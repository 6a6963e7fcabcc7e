import {
  fileValueSchema,
  messageSchema,
  valueReferenceSchema,
  type DocumentValue,
  type FileValue,
  type JsonValue,
  type Message,
  type ValueReference,
} from '@jacquard/flow';
import { hasTableShape, type TableData } from './table/table-data.ts';

/** A value as it is best shown, found from the value itself. */
export type ValueForm =
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'number'; readonly number: number }
  | { readonly form: 'boolean'; readonly isTrue: boolean }
  | { readonly form: 'table'; readonly table: TableData }
  | { readonly form: 'messages'; readonly messages: readonly Message[] }
  | { readonly form: 'passages'; readonly passages: readonly DocumentValue[] }
  | { readonly form: 'image'; readonly file: FileValue }
  | { readonly form: 'file'; readonly file: FileValue }
  | { readonly form: 'reference'; readonly reference: ValueReference }
  | { readonly form: 'json'; readonly json: JsonValue };

/** Values don't change: what was found of one is found once, however often it is drawn. */
const known = new WeakMap<object, ValueForm>();

/**
 * How a value is shown. Its kind isn't needed: the forms tell themselves apart. Looks at the first entries of long values
 * alone, so that it takes no time for them.
 */
export function valueForm(value: JsonValue): ValueForm {
  if (typeof value === 'string') return { form: 'text', text: value };
  if (typeof value === 'number') return { form: 'number', number: value };
  if (typeof value === 'boolean') return { form: 'boolean', isTrue: value };
  if (value === null) return { form: 'json', json: value };
  const found = known.get(value);
  if (found) return found;
  const form = formOf(value);
  known.set(value, form);
  return form;
}

function formOf(value: Exclude<JsonValue, string | number | boolean | null>): ValueForm {
  if (isList(value)) return formOfList(value);
  const reference = valueReferenceSchema.safeParse(value).data;
  if (reference && Object.keys(value).length === 4) return { form: 'reference', reference };
  const file = fileValueSchema.safeParse(value).data;
  if (file) return isImage(file) ? { form: 'image', file } : { form: 'file', file };
  return hasTableShape(value) ? { form: 'table', table: value } : { form: 'json', json: value };
}

/** Of a list the first entries are looked at; the rest is what they are, or is drawn as text. */
const sample = 20;

function formOfList(list: readonly JsonValue[]): ValueForm {
  if (list.length === 0) return { form: 'json', json: list };
  const first = list.slice(0, sample);
  if (messageSchema.strict().array().safeParse(first).success)
    return { form: 'messages', messages: list as readonly Message[] }; // boundary: the first entries are messages
  if (first.every(isDocument)) return { form: 'passages', passages: list as unknown as readonly DocumentValue[] }; // boundary: as above
  return { form: 'json', json: list };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isDocument(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null || !('pageContent' in value)) return false;
  return typeof value['pageContent'] === 'string' && typeof value['metadata'] === 'object';
}

/** Pictures that every browser draws; drawn in an `img`, none of them runs anything. */
function isImage({ mediaType }: FileValue): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif|bmp)$/.test(mediaType);
}

const markdown =
  /^#{1,6} \S|^ {0,3}[-*+] \S|^ {0,3}\d{1,3}[.)] \S|\*\*[^*\n]+\*\*|^ {0,3}```|^> \S|^\|.*\|[ \t]*\n[ \t]*\|[ \t]*:?-[-| :\t]*$|\[[^\]\n]+\]\(\S+\)/m;

/** Whether a text looks like Markdown; its first pages tell. */
export function looksLikeMarkdown(text: string): boolean {
  return markdown.test(text.slice(0, 4_000));
}
