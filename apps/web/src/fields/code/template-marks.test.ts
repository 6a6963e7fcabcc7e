import { templateVariables } from '@jacquard/flow';
import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { templateMarks } from './template-marks.ts';

const faultsOf = (text: string): readonly string[] =>
  templateMarks(text).faults.map(({ from, to, reason }) => `${reason}: ${text.slice(from, to)}`);

test('variables are found at their places, with the input that each makes', () => {
  const text = 'Sum up {{ très_bien }} for {{reader}}.';
  expect(templateMarks(text)).toEqual({
    variables: [
      { from: 7, to: 22, name: 'très_bien', port: 'tres_bien' },
      { from: 27, to: 37, name: 'reader', port: 'reader' },
    ],
    faults: [],
  });
});

test.each([
  ['Dear {{name, welcome', ['open: {{name, welcome']],
  ['Dear {{first\n{{last}}', ['open: {{first']],
  ['{{first {{last}}', ['open: {{first ']],
  ['a {{}} b', ['empty: {{}}']],
  ['a {{two words}} b', ['name: {{two words}}']],
  ['a {{1st}} b', ['name: {{1st}}']],
  [`{{${'a'.repeat(70)}}}`, [`long: {{${'a'.repeat(70)}}}`]],
  ['too much}} here', ['close: }}']],
])('%j is told what is wrong', (text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test('what is marked as a variable is what becomes an input, whatever the text', () => {
  const texts = fastCheck
    .array(fastCheck.constantFrom('{{', '}}', '{', '}', 'name', 'été', ' ', '\t', '\n', '1', '-', '_', '.'))
    .map((parts) => parts.join(''));
  fastCheck.assert(
    fastCheck.property(texts, (text) => {
      const marked = new Set(templateMarks(text).variables.map(({ port }) => port));
      expect([...marked]).toEqual(templateVariables(text));
    }),
  );
});
