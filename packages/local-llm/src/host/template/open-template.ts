import { Problem, type Message } from '@jacquard/flow';
import type { LlamaModel } from 'node-llama-cpp';
import type { HostTool } from '../host-request.ts';
import { toolFormatOf, type ToolFormat } from '../tools/tool-format.ts';
import { withToolInstructions } from '../tools/tool-instructions.ts';
import type { PromptPart } from './render-chat.ts';
import type { TemplateRenderer } from './template-renderer.ts';

/** A model's chat template. */
export interface OpenTemplate {
  /** Throws `model-without-template`, or as the renderer does. */
  render(messages: readonly Message[], tools?: readonly HostTool[]): Promise<PromptPart[]>;
  readonly toolFormat: ToolFormat;
}

/** Reads it off the model's file. A model without one says so when it is sent messages, and still goes on with plain texts. */
export function openTemplate(renderer: TemplateRenderer, model: LlamaModel): OpenTemplate {
  const template = model.fileInfo.metadata.tokenizer?.chat_template;
  const toolFormat = toolFormatOf(template ?? '');
  if (template === undefined) {
    return {
      toolFormat,
      render: () => Promise.reject(new Problem('model-without-template', { model: model.filename ?? '' })),
    };
  }
  const special = [...model.iterateAllTokens()]
    .filter((token) => model.isSpecialToken(token))
    .map((token) => model.detokenize([token], true))
    .filter((text) => text !== '')
    .sort((a, b) => b.length - a.length);
  const tokens = { bos: model.tokens.bosString ?? '', eos: model.tokens.eosString ?? '', special };
  return {
    toolFormat,
    render(messages, tools = []) {
      const isTold = tools.length === 0 || toolFormat.isInTemplate;
      const told = isTold ? messages : withToolInstructions(messages, tools);
      return renderer.render({ template, tokens, messages: told, ...(isTold && tools.length > 0 && { tools }) });
    },
  };
}
