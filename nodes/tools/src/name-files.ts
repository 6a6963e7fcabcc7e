/** Names by which code finds its files: as they are called, without what no name may hold, and no two alike. */
export function nameFiles(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((given) => {
    const plain = given.replaceAll(/[\p{Cc}\\/:]/gu, '_').slice(-150);
    const safe = ['', '.', '..'].includes(plain) ? 'file' : plain;
    const [, stem = safe, ending = ''] = /^(.+?)(\.[^.]*)?$/u.exec(safe) ?? [];
    let name = safe;
    for (let number = 2; taken.has(name); number++) name = `${stem}-${number}${ending}`;
    taken.add(name);
    return name;
  });
}
