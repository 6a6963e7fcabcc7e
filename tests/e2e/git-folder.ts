import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const examples = resolve(import.meta.dirname, '../../examples/en');

/** A project folder under version control. */
export interface GitFolder {
  readonly path: string;
  read(file: string): string;
  write(file: string, text: string): void;
  git(...parameters: string[]): string;
  /** The lines that the working copy has lost and gained, each with its sign. */
  changedLines(): readonly string[];
  remove(): void;
}

/** A folder with one example in it, committed and tagged `first`. */
export function createGitFolder(example: string): GitFolder {
  const path = mkdtempSync(join(tmpdir(), 'jacquard-project-'));
  const git = (...parameters: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...parameters], {
      cwd: path,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  copyFileSync(join(examples, `${example}.flow.json`), join(path, `${example}.flow.json`));
  git('add', '.');
  git('commit', '--quiet', '--message', 'A first flow');
  git('tag', 'first');
  return {
    path,
    git,
    read: (file) => readFileSync(join(path, file), 'utf8'),
    write: (file, text) => writeFileSync(join(path, file), text),
    changedLines: () =>
      git('diff', '--unified=0')
        .split('\n')
        .filter((line) => /^[+-](?!\+\+|--)/.test(line)),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
