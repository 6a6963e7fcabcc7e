import { Problem, type JsonValue, type Message } from '@jacquard/flow';
import { Template } from '@huggingface/jinja';
import type { HostTool } from '../host-request.ts';

/** A prompt in parts: what the template wrote, special tokens included, and plain text that only looks like them. */
export interface PromptPart {
  readonly text: string;
  readonly special: boolean;
}

/** The parts of a model's vocabulary that its chat template may name. */
export interface TemplateTokens {
  readonly bos: string;
  readonly eos: string;
  /** Texts of all control tokens, longest first. */
  readonly special: readonly string[];
}

/**
 * Renders messages with the chat template of a GGUF file, as `apply_chat_template` of the transformers library does.
 * A special token's text inside a message or a tool stays text: somebody's document can't end a turn or begin another. Throws
 * `model-template-refused` when the template takes no such messages (some allow no system message).
 *
 * @returns a function, since parsing a template costs more than rendering it
 */
export function createChatRenderer(
  template: string,
  tokens: TemplateTokens,
): (messages: readonly Message[], tools?: readonly HostTool[]) => PromptPart[] {
  const parsed = new Template(template);
  return (messages, tools) => {
    const masked = messages.map(({ role, content }) => ({ role, content: maskSpecial(content, tokens.special) }));
    try {
      const text = parsed.render({
        messages: masked,
        ...(tools && tools.length > 0 && { tools: tools.map((tool) => functionOf(tool, tokens.special)) }),
        add_generation_prompt: true,
        bos_token: tokens.bos,
        eos_token: tokens.eos,
      });
      return unmask(text, tokens.special);
    } catch (error) {
      throw new Problem('model-template-refused', { reason: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** As templates are told of tools: OpenAI's form. */
function functionOf(tool: HostTool, special: readonly string[]): JsonValue {
  const written = JSON.stringify({ name: tool.name, description: tool.description, parameters: tool.parameters });
  return { type: 'function', function: JSON.parse(maskSpecial(written, special)) as JsonValue }; // boundary: what JSON has written
}

// Marks of Unicode's private use, which no template looks at: U+F0000 + the token's place in the list.
const firstMark = 0xf0000;

function maskSpecial(content: string, special: readonly string[]): string {
  return special.reduce(
    (text, token, index) => text.replaceAll(token, String.fromCodePoint(firstMark + index)),
    content,
  );
}

function unmask(text: string, special: readonly string[]): PromptPart[] {
  const marks = new RegExp(`([\\u{F0000}-\\u{${(firstMark + special.length).toString(16)}}])`, 'u');
  return text
    .split(marks)
    .filter((part) => part !== '')
    .map((part) => {
      const token = special[(part.codePointAt(0) ?? 0) - firstMark];
      return token === undefined ? { text: part, special: true } : { text: token, special: false };
    });
}
