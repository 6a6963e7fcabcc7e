import type { BuildProgress } from './base-state.ts';

/** How far one file has come. Reading and embedding count half of its pages each, so that the figure never stands still. */
export interface FileProgress {
  readPages(done: number, total: number): void;
  embedded(passages: number, of: number): void;
  /** `pages` as the file has them; one without pages counts as one. */
  end(pages: number): void;
}

/** Keeps account of a building. */
export interface ProgressTracker {
  begin(source: string): FileProgress;
  progress(): BuildProgress;
}

interface AtWork {
  total: number;
  read: number;
  embedded: number;
}

/** See {@link ProgressTracker}. `onChange` is called with each change; whoever tells people of it slows it down. */
export function trackProgress(filesTotal: number, now: () => number, onChange: () => void): ProgressTracker {
  const began = now();
  const atWork = new Map<string, AtWork>();
  let filesDone = 0;
  let pagesOfDone = 0;
  const pagesOf = ({ total, read, embedded }: AtWork): number => Math.floor((total * (read + embedded)) / 2);

  return {
    begin(source) {
      const file: AtWork = { total: 1, read: 0, embedded: 0 };
      atWork.set(source, file);
      onChange();
      return {
        readPages(done, total) {
          file.total = Math.max(1, total);
          file.read = Math.min(1, done / file.total);
          onChange();
        },
        embedded(passages, of) {
          file.read = 1;
          file.embedded = of === 0 ? 1 : passages / of;
          onChange();
        },
        end(pages) {
          atWork.delete(source);
          filesDone += 1;
          pagesOfDone += Math.max(1, pages);
          onChange();
        },
      };
    },
    progress() {
      const pagesDone = pagesOfDone + [...atWork.values()].reduce((sum, file) => sum + pagesOf(file), 0);
      const seconds = Math.max(0.001, (now() - began) / 1_000);
      const reading = [...atWork].map(([source, file]) => ({
        source,
        pagesDone: pagesOf(file),
        pagesTotal: file.total,
      }));
      return { filesDone, filesTotal, reading, pagesDone, pagesPerSecond: pagesDone / seconds };
    },
  };
}
