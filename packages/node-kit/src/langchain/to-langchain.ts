import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { ChatModel } from '../chat-model.ts';

/** A `ChatModel` for LangChain code. Loads LangChain on its first call. */
export async function toLangChain(model: ChatModel): Promise<BaseChatModel> {
  const { WrappedChatModel } = await import('./wrapped-chat-model.ts');
  return new WrappedChatModel(model);
}
