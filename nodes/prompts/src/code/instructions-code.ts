import { composeText, type JsonValue } from '@jacquard/node-kit';
import {
  callText,
  listText,
  stringText,
  type CodeContext,
  type CodeInput,
  type CodePart,
  type NodeCode,
} from '@jacquard/node-kit/code';
import { instructionPatterns } from '../instruction-patterns.ts';
import { filledText } from './template-code.ts';

const composePart: CodePart = {
  name: 'compose',
  source: `/** Puts sentences together as paragraphs; those of a list go on in the paragraph before. Empty ones are left out. */
function compose(parts: (string | [string])[]): string {
  let text = '';
  for (const part of parts) {
    const words = (typeof part === 'string' ? part : part[0]).trim();
    if (words !== '') text += text === '' ? words : \`\${typeof part === 'string' ? '\\n\\n' : ' '}\${words}\`;
  }
  return text;
}`,
};

/** The sentences that were chosen; all at once where nothing is wired. */
export const instructionsCode: NodeCode = {
  write(context) {
    const given = inputsOf(context);
    const values = Object.fromEntries([...given].map(([name, { literal }]) => [name, literal]));
    if (Object.values(values).every((value) => value !== undefined)) {
      return { value: stringText(composeText(instructionPatterns, values)) };
    }
    const language = values['language'] === 'fr' ? 'fr' : 'en';
    const parts = instructionPatterns.parts.flatMap(({ text, when, goesOn }) => {
      const input = when && given.get(when.input);
      if (when !== undefined && (input === undefined || !stands(input, when.equals))) return [];
      const filled = filledText(text[language], given);
      const asked = input === undefined || input.literal !== undefined ? filled : guarded(input, filled);
      return [goesOn === true ? `[${asked}]` : asked];
    });
    return { value: callText(context.use(composePart), [listText(parts)]) };
  },
};

function inputsOf({ input }: CodeContext): ReadonlyMap<string, CodeInput> {
  const names = ['task', 'persona', 'audience', 'format', 'length', 'avoid', 'asksFirst', 'language'];
  return new Map(
    names.flatMap((name) => {
      const given = input(name);
      return given === undefined || given.text === 'undefined' ? [] : [[name, given] as const];
    }),
  );
}

function stands({ literal }: CodeInput, equals: JsonValue | undefined): boolean {
  if (literal === undefined) return true;
  return equals === undefined ? !(typeof literal === 'string' && literal.trim() === '') : literal === equals;
}

/** What has no words at run time says nothing. */
function guarded({ text, mayBeAbsent }: CodeInput, filled: string): string {
  return `${mayBeAbsent ? `(${text} ?? '')` : text}.trim() === '' ? '' : ${filled}`;
}
