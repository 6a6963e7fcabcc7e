/** Gives each id a name that TypeScript takes for a type; ids that would meet in one name are numbered. */
export function typeNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    ids.map((id) => {
      const wanted = typeName(id);
      let name = wanted;
      for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
      taken.add(name);
      return [id, name];
    }),
  );
}

/** `hello-model` → `HelloModel`, `3d` → `Flow3d`. */
export function typeName(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(name) ? name : `Flow${name}`;
}
