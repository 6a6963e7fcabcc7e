/** Numbers as a sentence lists them: `1, 2 and 3`. */
export function listText(numbers: readonly number[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(numbers.map(String));
}
