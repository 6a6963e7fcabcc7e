import type { Message } from '@jacquard/flow';
import type { BaseMessage } from '@langchain/core/messages';
import { loadLangChain } from './load-langchain.ts';

/** Our messages as LangChain's. Loads LangChain on its first call. */
export async function toLangChainMessages(messages: readonly Message[]): Promise<BaseMessage[]> {
  const { AIMessage, HumanMessage, SystemMessage, ToolMessage } = (await loadLangChain()).messages;
  return messages.map(({ role, content, name }) => {
    const fields = { content, ...(name !== undefined && { name }) };
    if (role === 'system') return new SystemMessage(fields);
    if (role === 'assistant') return new AIMessage(fields);
    if (role === 'tool') return new ToolMessage({ ...fields, tool_call_id: name ?? '' });
    return new HumanMessage(fields);
  });
}

const roles: Readonly<Record<string, Message['role']>> = { system: 'system', ai: 'assistant', tool: 'tool' };

/** LangChain's messages as ours: their text, without images and other blocks. */
export function fromLangChainMessages(messages: readonly BaseMessage[]): Message[] {
  return messages.map((message) => ({
    role: roles[message.type] ?? 'user',
    content: message.text,
    ...(message.name !== undefined && { name: message.name }),
  }));
}
