import { expect, test } from 'vitest';
import type { HostTool } from '../host-request.ts';
import { parseToolCalls } from './parse-tool-calls.ts';
import { toolFormatOf } from './tool-format.ts';
import { callSchema, toolGrammar } from './tool-grammar.ts';
import { withToolInstructions } from './tool-instructions.ts';

const weather: HostTool = {
  name: 'weather',
  description: 'Tells the weather.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const qwen = toolFormatOf('{% if tools %}{{ tools }}<tool_call>{% endif %}');
const mistral = toolFormatOf('{% if tools %}[AVAILABLE_TOOLS]{% endif %}[TOOL_CALLS]');
const llama = toolFormatOf(`{% if tools %}{"name": function name, "parameters": dictionary}{% endif %}`);
const plain = toolFormatOf('{{ messages }}');

test('the form of calls is the one that the template is written for', () => {
  expect([qwen, mistral, llama].every(({ isInTemplate }) => isInTemplate)).toBe(true);
  expect(qwen.begin).toBe('<tool_call>\n');
  expect(mistral).toMatchObject({ begin: '[TOOL_CALLS]', isList: true });
  expect(llama).toMatchObject({ begin: '', argumentsName: 'parameters' });
});

test('where the template knows no tools, the model is told of them in a system message', () => {
  expect(plain).toMatchObject({ begin: '<tool_call>\n', isInTemplate: false });
  const [first, second] = withToolInstructions([{ role: 'user', content: 'Hi' }], [weather]);
  expect(first?.role).toBe('system');
  expect(first?.content).toContain('"name":"weather"');
  expect(second?.content).toBe('Hi');
  const [own, ...rest] = withToolInstructions([{ role: 'system', content: 'Be kind.' }], [weather]);
  expect([own?.content.startsWith('Be kind.'), rest]).toEqual([true, []]);
});

test.each([
  [
    'Qwen',
    qwen,
    'Let me see.\n<tool_call>\n{"name": "weather", "arguments": {"city": "Nice"}}\n</tool_call>',
    'Let me see.',
  ],
  ['Mistral', mistral, '[TOOL_CALLS][{"name": "weather", "arguments": {"city": "Nice"}}]', ''],
  ['Llama', llama, '{"name": "weather", "parameters": {"city": "Nice"}}', ''],
])('%s: calls are read off the answer', (_name, format, answer, text) => {
  expect(parseToolCalls(answer, format)).toEqual({
    text,
    calls: [{ id: 'call-1', name: 'weather', arguments: { city: 'Nice' } }],
  });
});

test('several calls keep their order; one that was cut off is no call', () => {
  const call = (city: string): string => `<tool_call>\n{"name":"weather","arguments":{"city":"${city}"}}\n</tool_call>`;
  const { calls } = parseToolCalls(`${call('Nice')}\n${call('Lyon')}\n<tool_call>\n{"name":"wea`, qwen);
  expect(calls.map(({ arguments: given }) => given)).toEqual([{ city: 'Nice' }, { city: 'Lyon' }]);
  expect(parseToolCalls('<tool_call>\n{"name":"wea', qwen).calls).toEqual([]);
});

test('a plain answer has no calls', () => {
  expect(parseToolCalls('It rains.', qwen)).toEqual({ text: 'It rains.', calls: [] });
  expect(parseToolCalls('It rains.', llama)).toEqual({ text: 'It rains.', calls: [] });
});

test('a call is one of the tools, with its arguments', () => {
  expect(callSchema([weather], llama)).toMatchObject({
    oneOf: [{ properties: { name: { const: 'weather' }, parameters: weather.parameters } }],
  });
});

test('the grammar takes the call in the place of its root', () => {
  const json = 'root ::= rule1 "\\n\\n\\n\\n" [\\n]*\nrule1 ::= "{}"';
  const calls =
    'call "\\n</tool_call>" ("\\n" "<tool_call>\\n" call "\\n</tool_call>")*\ncall ::= rule1\nrule1 ::= "{}"';
  expect(toolGrammar(json, qwen, 'required')).toEqual({ grammar: `root ::= "<tool_call>\\n" ${calls}` });
  expect(toolGrammar(json, qwen, 'auto')).toEqual({ grammar: `root ::= [ \\n]* ${calls}`, after: '<tool_call>' });
  expect(toolGrammar(json, llama, 'auto').grammar).toContain('root ::= call | [^{] .*');
});
