import { Problem, type Message } from '@jacquard/flow';
import type { OpenAiMessage } from '@jacquard/protocol';

/**
 * OpenAI's messages as ours. A call of a tool becomes text in the form that most local models were taught (Hermes), and a tool's
 * answer carries its name. Throws `content-not-text` for pictures, sounds and files.
 */
export function chatMessages(messages: readonly OpenAiMessage[]): Message[] {
  const tools = new Map<string, string>();
  return messages.map((message): Message => {
    const content = textOf(message.content ?? '');
    if (message.role === 'tool') {
      const name = tools.get(message.tool_call_id);
      return { role: 'tool', content, ...(name !== undefined && { name }) };
    }
    const named = message.name === undefined ? {} : { name: message.name };
    if (message.role !== 'assistant')
      return { role: message.role === 'developer' ? 'system' : message.role, content, ...named };
    const calls = (message.tool_calls ?? []).map(({ id, function: call }) => {
      tools.set(id, call.name);
      return `<tool_call>\n{"name": ${JSON.stringify(call.name)}, "arguments": ${call.arguments || '{}'}}\n</tool_call>`;
    });
    return { role: 'assistant', content: [content, ...calls].filter((part) => part !== '').join('\n'), ...named };
  });
}

function textOf(content: string | readonly { readonly type: string; readonly text?: string | undefined }[]): string {
  if (typeof content === 'string') return content;
  return content
    .map(({ type, text }) => {
      if (type !== 'text' || text === undefined) throw new Problem('content-not-text', { type: type.slice(0, 60) });
      return text;
    })
    .join('');
}
