import {
  documentValueSchema,
  messageSchema,
  tableSchema,
  valueReferenceSchema,
  fileValueSchema,
  type DocumentValue,
  type FileValue,
  type JsonValue,
  type Message,
  type Table,
  type ValueReference,
} from '@jacquard/flow';

/** A value as it is best shown, found from the value itself. */
export type ShownValue =
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'table'; readonly table: Table }
  | { readonly form: 'messages'; readonly messages: readonly Message[] }
  | { readonly form: 'passages'; readonly passages: readonly DocumentValue[] }
  | { readonly form: 'file'; readonly file: FileValue }
  | { readonly form: 'reference'; readonly reference: ValueReference }
  | { readonly form: 'json'; readonly json: JsonValue };

/** How a value is shown. Its kind isn't needed: the forms tell themselves apart. */
export function shownValue(value: JsonValue): ShownValue {
  if (typeof value === 'string') return { form: 'text', text: value };
  if (typeof value === 'number' || typeof value === 'boolean') return { form: 'text', text: String(value) };
  if (typeof value !== 'object' || value === null) return { form: 'json', json: value };
  if (!Array.isArray(value)) {
    const reference = valueReferenceSchema.safeParse(value).data;
    if (reference) return { form: 'reference', reference };
    const file = fileValueSchema.safeParse(value).data;
    if (file) return { form: 'file', file };
    const table = 'columns' in value && 'rows' in value ? tableSchema.safeParse(value).data : undefined;
    return table ? { form: 'table', table } : { form: 'json', json: value };
  }
  if (value.length === 0) return { form: 'json', json: value };
  const messages = messageSchema.array().safeParse(value).data;
  if (messages) return { form: 'messages', messages };
  const passages = documentValueSchema.array().safeParse(value).data;
  return passages ? { form: 'passages', passages } : { form: 'json', json: value };
}
