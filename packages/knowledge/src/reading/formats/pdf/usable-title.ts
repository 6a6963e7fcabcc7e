const ofPrograms =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|sans titre.*|document\s?\d*|title|titre)$|\.(?:docx?|pptx?|xlsx?|odt|pdf|indd|qxd|tex|dvi|rtf|txt)$/i;

/** A PDF's own title, unless it is what a program put there: a file's name, "Untitled", a code without spaces. */
export function usableTitle(title: unknown): string | undefined {
  if (typeof title !== 'string') return undefined;
  const text = title.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const isCode = !text.includes(' ') && /[\d_:/\\]/.test(text);
  return text.length < 3 || text.length > 300 || isCode || ofPrograms.test(text) ? undefined : text;
}
