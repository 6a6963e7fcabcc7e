import type { JsonSchema } from '@jacquard/flow';
import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import type { Runnable } from '@langchain/core/runnables';
import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import type { ChatChunk, ChatModel, ToolSpecification } from '../chat-model.ts';
import { fromLangChainMessages } from './langchain-messages.ts';

interface WrappedCallOptions extends BaseChatModelCallOptions {
  toolSpecifications?: readonly ToolSpecification[];
}

/** LangChain's chat model over ours: streams, passes on signal, stop words and tools, reports usage. */
export class WrappedChatModel extends BaseChatModel<WrappedCallOptions> {
  readonly #model: ChatModel;

  constructor(model: ChatModel) {
    super({ maxRetries: 0 });
    this.#model = model;
  }

  _llmType(): string {
    return 'jacquard';
  }

  override bindTools(
    tools: BindToolsInput[],
    options?: Partial<WrappedCallOptions>,
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, WrappedCallOptions> {
    return this.withConfig({ ...options, toolSpecifications: tools.map(specificationOf) });
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    run?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const { signal, stop, toolSpecifications: tools, tool_choice: choice } = options;
    const toolChoice = choice === 'any' || choice === 'required' ? 'required' : undefined;
    const answer = this.#model.stream(fromLangChainMessages(messages), { signal, stop, tools, toolChoice });
    for await (const chunk of answer) {
      yield generationOf(chunk);
      await run?.handleLLMNewToken(chunk.text);
    }
  }

  async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    run?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    let whole = new ChatGenerationChunk({ text: '', message: new AIMessageChunk('') });
    for await (const chunk of this._streamResponseChunks(messages, options, run)) whole = whole.concat(chunk);
    return { generations: [whole] };
  }
}

function generationOf({ text, usage, finish, toolCalls }: ChatChunk): ChatGenerationChunk {
  const { inputTokens: input_tokens = 0, outputTokens: output_tokens = 0 } = usage ?? {};
  const tool_call_chunks = toolCalls?.map((call, index) => ({
    type: 'tool_call_chunk' as const,
    index,
    id: call.id,
    name: call.name,
    args: JSON.stringify(call.arguments),
  }));
  const message = new AIMessageChunk({ content: text, ...(tool_call_chunks && { tool_call_chunks }) });
  const total_tokens = input_tokens + output_tokens;
  if (usage) Object.assign(message, { usage_metadata: { input_tokens, output_tokens, total_tokens } });
  return new ChatGenerationChunk({ text, message, ...(finish && { generationInfo: { finish_reason: finish } }) });
}

function specificationOf(tool: BindToolsInput): ToolSpecification {
  const { name, description = '', parameters } = convertToOpenAITool(tool as never).function; // boundary: LangChain's own types of tools differ
  return { name, description, parameters: parameters as JsonSchema }; // boundary: OpenAI's parameters are a JSON Schema
}
