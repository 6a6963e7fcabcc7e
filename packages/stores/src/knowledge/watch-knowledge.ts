import { watch, type FSWatcher } from 'node:fs';
import type { Space } from '../interfaces.ts';

/** After a report of the system, this many milliseconds pass before a look: changes come in bunches. */
const settleTime = 150;
/** Where the system reports nothing, a look comes this often, or as much less often as a look takes long. Milliseconds. */
const pollInterval = 5_000;
const pollShare = 50;
/** More folders are left to polling: the system lends only so many watches. */
const mostFolders = 500;

type Listener = (id: string) => void;

/** What a space's bases are now: any other text a base, any other base. */
export interface KnowledgeLook {
  readonly bases: ReadonlyMap<string, string>;
  readonly folders: ReadonlySet<string>;
}

export interface KnowledgeWatch {
  add(space: Space, listener: Listener): () => void;
  /** This process changed the base itself. */
  tell(space: Space, id: string): void;
  close(): void;
}

/** Looks at the bases of a space while somebody listens, and tells of those that have changed. */
export function createKnowledgeWatch(look: (space: Space) => Promise<KnowledgeLook>): KnowledgeWatch {
  const spaces = new Map<Space, SpaceWatch>();
  return {
    add(space, listener) {
      const watched = spaces.get(space) ?? new SpaceWatch(() => look(space));
      spaces.set(space, watched);
      watched.listeners.add(listener);
      return () => {
        watched.listeners.delete(listener);
        if (watched.listeners.size > 0) return;
        watched.stop();
        spaces.delete(space);
      };
    },
    tell: (space, id) => spaces.get(space)?.tell(id),
    close() {
      for (const watched of spaces.values()) watched.stop();
      spaces.clear();
    },
  };
}

class SpaceWatch {
  readonly listeners = new Set<Listener>();
  readonly #look: () => Promise<KnowledgeLook>;
  readonly #watchers = new Map<string, FSWatcher>();
  #known: ReadonlyMap<string, string> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #due = Number.POSITIVE_INFINITY;
  #looking = Promise.resolve();
  #isStopped = false;

  constructor(look: () => Promise<KnowledgeLook>) {
    this.#look = look;
    this.#lookIn(0);
  }

  tell(id: string): void {
    for (const listener of this.listeners) listener(id);
    this.#lookIn(settleTime);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #lookIn(milliseconds: number): void {
    const due = performance.now() + milliseconds;
    if (this.#isStopped || due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Number.POSITIVE_INFINITY;
      this.#looking = this.#looking.then(() => this.#lookNow());
    }, milliseconds).unref();
  }

  async #lookNow(): Promise<void> {
    const start = performance.now();
    try {
      const { bases, folders } = await this.#look();
      if (this.#isStopped) return;
      this.#follow(folders);
      this.#compare(bases);
    } catch {
      // The folder can't be read just now; the next look tells what has become of it.
    }
    this.#lookIn(Math.max(pollInterval, pollShare * (performance.now() - start)));
  }

  #compare(bases: ReadonlyMap<string, string>): void {
    const before = this.#known;
    this.#known = bases;
    if (before === undefined) return;
    const changed = new Set([...before.keys(), ...bases.keys()].filter((id) => before.get(id) !== bases.get(id)));
    for (const id of changed) for (const listener of this.listeners) listener(id);
  }

  #follow(folders: ReadonlySet<string>): void {
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of [...folders].slice(0, mostFolders)) {
      if (this.#watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, { persistent: false }, () => this.#lookIn(settleTime));
        watcher.on('error', () => {
          watcher.close();
          this.#watchers.delete(folder);
        });
        this.#watchers.set(folder, watcher);
      } catch {
        // It isn't there yet, or can't be watched: the poll has to do.
      }
    }
  }
}
