/**
 * The letter of a multiple choice that a text ends up with: `Answer: (B)`, `option B`, a letter in parentheses or alone on a line, at
 * last one that stands by itself. The article “A” of a sentence is no choice.
 */
export function findLetter(text: string, letters = 'ABCDE'): string | undefined {
  const allowed = [...new Set(letters.toUpperCase())].filter((letter) => /\p{L}/u.test(letter)).join('');
  if (allowed === '') return undefined;
  const either = `[${allowed}${allowed.toLowerCase()}]`;
  const upper = `[${allowed}]`;
  const forms = [
    String.raw`(?:answer|choice|option|réponse|choix)\s*(?:is|est|:|=|-)*\s*[*_("']*(${upper})(?![\p{L}\p{N}'’])`,
    String.raw`\((${either})\)`,
    String.raw`^[ \t*_>-]*(${either})[ \t]*[).:*_]*[ \t]*$`,
    String.raw`^[ \t*_>-]*(${upper})[).:](?=\s)`,
    String.raw`(?<![\p{L}\p{N}'’])(${upper})(?![\p{L}\p{N}'’]|[ \t]+\p{Ll})`,
  ];
  for (const form of forms) {
    const last = [...text.matchAll(new RegExp(form, form.startsWith('(?:') ? 'gimu' : 'gmu'))].at(-1)?.[1];
    if (last !== undefined) return last.toUpperCase();
  }
  return undefined;
}
