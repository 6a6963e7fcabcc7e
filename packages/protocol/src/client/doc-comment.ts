/** Lines of a text beyond this are cut: a comment is read at a glance. */
const mostCharacters = 400;

/** A comment over a declaration; whatever the texts hold, none of them ends it. Empty without texts. */
export function docComment(texts: readonly (string | undefined)[], indent = ''): string {
  const lines = texts
    .filter((text) => text !== undefined && text.trim() !== '')
    .flatMap((text) => shortened(text ?? '').split(/[\p{Cc}\u2028\u2029]+/u))
    .map((line) =>
      line
        .replaceAll(/\p{Cf}/gu, '')
        .replaceAll('*/', '* /')
        .trim(),
    )
    .filter((line) => line !== '');
  const [only] = lines;
  if (only === undefined) return '';
  if (lines.length === 1) return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}

function shortened(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}
