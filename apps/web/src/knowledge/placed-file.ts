/** A file with its place in the folder that it came from. It is opened when it is its turn: folders may hold thousands. */
export interface PlacedFile {
  /** `/` between folders, no leading one. */
  readonly path: string;
  readonly open: () => Promise<File>;
}

/** What systems leave in folders, and nobody means to search. */
const leftBehind = /(^|\/)(\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)(\/|$)/i;

/** Files and folders that were dropped, folders with all that they hold. Call it while the event is at hand. */
export async function filesOfTransfer(transfer: DataTransfer): Promise<readonly PlacedFile[]> {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  return entries.length > 0 ? filesOfEntries(entries) : filesOfList(transfer.files);
}

/** Files chosen by a dialog: of a folder they know their path within it. */
export function filesOfList(files: Iterable<File>): readonly PlacedFile[] {
  return [...files]
    .map((file) => ({
      path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
      open: () => Promise.resolve(file),
    }))
    .filter(({ path }) => !path.includes('/') || !leftBehind.test(path));
}

/** Files of entries, in the order of their names, without what systems leave in folders. */
export async function filesOfEntries(entries: readonly FileSystemEntry[]): Promise<readonly PlacedFile[]> {
  const found: PlacedFile[] = [];
  const waiting = entries.map((entry) => ({ entry, path: entry.name }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { entry, path } = next;
    if (isFolder(entry)) {
      const inner = (await entriesOf(entry)).toSorted((a, b) => a.name.localeCompare(b.name));
      waiting.unshift(
        ...inner
          .filter(({ name }) => !leftBehind.test(name))
          .map((child) => ({ entry: child, path: `${path}/${child.name}` })),
      );
    } else if (isFile(entry)) {
      found.push({ path, open: () => new Promise((resolve, reject) => entry.file(resolve, reject)) });
    }
  }
  return found;
}

/** The folder that all files came from; undefined for files alone, or of several folders. */
export function commonFolder(files: readonly PlacedFile[]): string | undefined {
  const folders = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  const [only] = folders;
  return folders.size === 1 && only !== '' ? only : undefined;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A reader gives a hundred entries a time, and none once it is through. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
