/** Folders and a name, at most. */
const deepest = 20;
/** Bytes of UTF-8 in a name: file systems take 255, and a suffix may come to it. */
const longestName = 200;
const longestPath = 900;

/** Of Windows, and of folders whose programs somebody runs: no documents are looked for there. */
const reservedName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)|^node_modules$/i;
/** Names of ours: a document so named would be taken for a flow or a knowledge base. */
const ownEnding = /\.(flow|knowledge)\.json$/i;

/**
 * A path that a new document may have, made of what an upload calls it: no `..`, no hidden names, no characters that a file
 * system or a terminal gives a meaning, no names that Windows keeps for itself, no `node_modules`, Unicode's NFC. It is never empty.
 */
export function safeDocumentPath(wanted: string): string {
  const names = wanted
    .slice(0, 10_000)
    .normalize('NFC')
    .split(/[/\\]/)
    .map(safeName)
    .filter((name) => name !== '');
  const file = names.pop() ?? 'document';
  const folders = names.slice(0, deepest - 1);
  while (folders.length > 0 && [...folders, file].join('/').length > longestPath) folders.pop();
  return [...folders, file.replace(ownEnding, '-$1.json')].join('/');
}

/** The one name that a path becomes where folders have no place. */
export function flatName(path: string): string {
  return shorten(path.replaceAll('/', ' - '));
}

function safeName(name: string): string {
  const clean = name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  return shorten(reservedName.test(clean) ? `_${clean}` : clean);
}

/** Cuts before the ending, between characters. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= longestName) return name;
  const [ending = ''] = /\.[^.]{1,16}$/.exec(name) ?? [];
  let kept = '';
  let size = Buffer.byteLength(ending);
  for (const character of name.slice(0, name.length - ending.length)) {
    size += Buffer.byteLength(character);
    if (size > longestName) break;
    kept += character;
  }
  return kept.trimEnd() + ending;
}
