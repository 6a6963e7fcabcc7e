import type { Located } from './document-place.ts';
import { inputSchema, portAddressSchema, settingNameSchema } from './input.ts';
import type { Issue } from './issue.ts';
import { foundType } from './value-fits.ts';

const forms = ['from', 'secret', 'setting', 'file', 'lines', 'value'] as const;

/** Says what is wrong with an input that the schema refuses: the schema alone would say "none of eleven forms". */
export function diagnoseInput(input: unknown, located: Located, place: string): Issue[] {
  const issue = (code: string, params: Issue['params']): Issue => ({
    code,
    severity: 'error',
    params: { place, ...params },
    ...(located.node !== undefined && { node: located.node }),
    ...(located.port !== undefined && { port: located.port }),
  });
  if (Array.isArray(input)) {
    const wrong = input.find((item) => !inputSchema.safeParse(item).success);
    return diagnoseInput(wrong, located, place);
  }
  if (typeof input !== 'object' || input === null) return [issue('flow-input-not-json', { found: foundType(input) })];
  const form = forms.find((key) => Object.hasOwn(input, key));
  if (form === undefined) return [issue('flow-input-unknown-form', { keys: Object.keys(input).slice(0, 5) })];
  const value: unknown = Reflect.get(input, form);
  const text = typeof value === 'string' ? value.slice(0, 100) : foundType(value);
  if (form === 'from' && !portAddressSchema.safeParse(value).success) {
    return [issue('flow-reference-invalid', { reference: text })];
  }
  if ((form === 'secret' || form === 'setting') && !settingNameSchema.safeParse(value).success) {
    return [issue('flow-setting-name-invalid', { name: text })];
  }
  const allowed = allowedKeys[form];
  const others = Object.keys(input).filter((key) => !allowed.includes(key));
  if (others.length > 0) return [issue('flow-input-extra-keys', { form, keys: others.slice(0, 5) })];
  return [issue('flow-input-form-invalid', { form })];
}

const allowedKeys: Readonly<Record<(typeof forms)[number], readonly string[]>> = {
  from: ['from'],
  secret: ['secret'],
  setting: ['setting', 'default'],
  file: ['file', 'name', 'mediaType', 'size'],
  lines: ['lines'],
  value: ['value'],
};
