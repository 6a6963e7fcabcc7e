/** Longer ones are cut: an instruction is no essay. */
const longest = 600;

const leadIn =
  /^(?:sure[^:\n]{0,60}:|(?:the )?instruction(?: was| is)?(?: to)?\b\s*:?|(?:output|variation|new instruction|prompt)\s*:|to\b)\s*/iu;

/**
 * The instruction in what a model wrote when it was asked for one: its first paragraph, without quotation marks, emphasis and words
 * that only lead to it. Empty where it wrote none.
 */
export function cleanPrompt(written: string): string {
  const [first = ''] = written.trim().split(/\n\s*\n/u);
  const isAlone = /[:：]$/u.test(first.trim());
  const paragraph = isAlone ? (written.trim().split(/\n\s*\n/u)[1] ?? '') : first;
  const bare = withoutMarks(withoutMarks(paragraph.trim()).replace(leadIn, '').trim());
  const cut = bare.length > longest ? bare.slice(0, longest).replace(/\s\S*$/u, '') : bare;
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

function withoutMarks(text: string): string {
  return text.replace(/^[\s"“”«*`]+/u, '').replace(/[\s"“”»*`]+$/u, '');
}

/** Prompts that differ in capitals, space or punctuation alone are one. */
export function promptKey(prompt: string): string {
  return prompt
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
