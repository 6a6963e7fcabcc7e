import { isAbsolute, relative, sep } from 'node:path';

/** Whether `path` lies within `folder`. Both are real paths: links are followed already. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
