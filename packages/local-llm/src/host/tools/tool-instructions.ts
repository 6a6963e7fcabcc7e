import type { Message } from '@jacquard/flow';
import type { HostTool } from '../host-request.ts';

/** Messages for a model whose template knows no tools: they are described before everything else, in Hermes' words. */
export function withToolInstructions(messages: readonly Message[], tools: readonly HostTool[]): Message[] {
  const described = tools.map(({ name, description, parameters }) =>
    JSON.stringify({ type: 'function', function: { name, description, parameters } }),
  );
  const instructions = [
    'You may call one or more functions to assist with the user query.',
    'You are provided with function signatures within <tools></tools> XML tags:',
    `<tools>\n${described.join('\n')}\n</tools>`,
    'For each function call return a JSON object with the function name and its arguments within <tool_call></tool_call> XML tags:',
    '<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>',
  ].join('\n');
  const [first, ...rest] = messages;
  if (first?.role !== 'system') return [{ role: 'system', content: instructions }, ...messages];
  return [{ ...first, content: `${first.content}\n\n${instructions}` }, ...rest];
}
