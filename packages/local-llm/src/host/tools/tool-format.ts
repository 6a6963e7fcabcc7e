/** How a family of models writes calls of tools. */
export interface ToolFormat {
  /** What stands before a call, or before all of them; empty where an answer is a call or a text as a whole. */
  readonly begin: string;
  readonly end: string;
  /** What the family calls a call's arguments. */
  readonly argumentsName: 'arguments' | 'parameters';
  /** All calls stand in one JSON list. */
  readonly isList: boolean;
  /** The template tells the model of tools; else the messages must. */
  readonly isInTemplate: boolean;
}

/** Hermes' form (NousResearch, Hermes-Function-Calling), which Qwen and SmolLM2 were taught, too, and others follow when they are told. */
const hermes = { begin: '<tool_call>\n', end: '\n</tool_call>', argumentsName: 'arguments', isList: false } as const;

/** The form that a chat template is written for. */
export function toolFormatOf(template: string): ToolFormat {
  const isInTemplate = /\btools\b/.test(template);
  if (isInTemplate && template.includes('[TOOL_CALLS]'))
    return { begin: '[TOOL_CALLS]', end: '', argumentsName: 'arguments', isList: true, isInTemplate };
  if (isInTemplate && template.includes('"parameters": ') && !template.includes('<tool_call>'))
    return { begin: '', end: '', argumentsName: 'parameters', isList: false, isInTemplate };
  return { ...hermes, isInTemplate: isInTemplate && template.includes('<tool_call>') };
}
