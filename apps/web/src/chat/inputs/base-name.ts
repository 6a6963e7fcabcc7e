/** A path's last part: `documents/the-loom.md` → `the-loom.md`. */
export function baseName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
