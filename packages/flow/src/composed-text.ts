import { z } from 'zod';
import { jsonValueSchema, type JsonValue } from './json.ts';
import { renderTemplate } from './template.ts';
import { wordsSchema, type Language } from './words.ts';

/**
 * A text output that is put together from inputs alone, as data, so that it can be drawn while a person types: parts in order, each a
 * template whose `{{name}}` is an input's value. A part stands only where its input has a value, or the value that it says.
 */
export const composedTextSchema = z.object({
  output: z.string(),
  /** The input that says in which language the parts are: a choice of `en` and `fr`. Without it they are English. */
  language: z.string().optional(),
  parts: z.array(
    z.object({
      text: wordsSchema,
      when: z.object({ input: z.string(), equals: jsonValueSchema.optional() }).optional(),
      /** Goes on in the paragraph of the part before. */
      goesOn: z.boolean().optional(),
    }),
  ),
});
export type ComposedText = z.infer<typeof composedTextSchema>;

/** The text for these values of inputs (defaults filled in). What has no value leaves its parts out. */
export function composeText(composed: ComposedText, values: Readonly<Record<string, JsonValue | undefined>>): string {
  const given = Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, JsonValue] => hasWords(entry[1])),
  );
  const language = composed.language === undefined ? 'en' : languageOf(given[composed.language]);
  let text = '';
  for (const part of composed.parts) {
    if (part.when && !stands(part.when, given)) continue;
    const words = renderTemplate(part.text[language], given).trim();
    if (words === '') continue;
    text += text === '' ? words : `${part.goesOn === true ? ' ' : '\n\n'}${words}`;
  }
  return text;
}

function stands(
  { input, equals }: { readonly input: string; readonly equals?: JsonValue | undefined },
  given: Readonly<Record<string, JsonValue>>,
): boolean {
  return Object.hasOwn(given, input) && (equals === undefined || given[input] === equals);
}

function hasWords(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}

function languageOf(value: JsonValue | undefined): Language {
  return value === 'fr' ? 'fr' : 'en';
}
