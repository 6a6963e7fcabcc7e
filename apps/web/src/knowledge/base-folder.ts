/**
 * The folder that new documents of a base go to, from its first pattern: `handbook/` of `handbook/**`, nothing of `*.pdf`. All
 * of a base's documents lie in it as a rule, so that people needn't see it.
 */
export function baseFolder([first = '']: readonly string[]): string {
  const parts = first.split('/').slice(0, -1);
  const wild = parts.findIndex((part) => part.includes('*'));
  return (wild < 0 ? parts : parts.slice(0, wild)).map((part) => `${part}/`).join('');
}

/** The path of a document as people see it: within its base's folder, where it lies there. */
export function pathInBase(source: string, sources: readonly string[]): string {
  const folder = baseFolder(sources);
  return source.startsWith(folder) ? source.slice(folder.length) : source;
}
