import { templateParts } from '@jacquard/node-kit';
import { stringText, templatePart, type CodeInput, type NodeCode } from '@jacquard/node-kit/code';

/** A template as a template literal of the language: `{{name}}` is `${name}`. */
export const templateCode: NodeCode = {
  write({ literal, extra }) {
    const template = literal('template');
    return { value: filledText(typeof template === 'string' ? template : '', extra) };
  },
};

/** A text whose `{{variables}}` are these expressions of texts. */
export function filledText(template: string, values: ReadonlyMap<string, CodeInput>): string {
  const parts = templateParts(template);
  if (parts.every((part) => 'text' in part)) return stringText(template);
  const texts = parts.map((part) => {
    if ('text' in part) return templatePart(part.text);
    const value = values.get(part.port);
    if (value === undefined) return '';
    if (typeof value.literal === 'string') return templatePart(value.literal);
    return `\${${value.mayBeAbsent ? `${value.text} ?? ''` : value.text}}`;
  });
  return `\`${texts.join('')}\``;
}
