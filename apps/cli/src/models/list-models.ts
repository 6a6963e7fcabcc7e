import type { ModelShelf } from '@jacquard/runtime';
import type { Terminal } from '../terminal.ts';

/** Prints the models that are here, then those that can be fetched; JSON to a pipe. */
export async function listModels(terminal: Terminal, models: ModelShelf): Promise<void> {
  const { models: found } = await models.list();
  if (!terminal.stdout.isTTY) return terminal.print(JSON.stringify(found));
  const number = new Intl.NumberFormat(terminal.language, { maximumFractionDigits: 0 });
  const isHere = (state: string): boolean => state === 'installed';
  const ordered = [...found.filter(({ state }) => isHere(state)), ...found.filter(({ state }) => !isHere(state))];
  for (const { id, name, size, state, isDefault, isSizeAbout } of ordered) {
    const marks = [isHere(state) ? '●' : '○', isDefault ? '*' : ' '].join('');
    const bytes = `${isSizeAbout === true ? '≈ ' : ''}${number.format(size / 1_000_000)}`;
    terminal.print(`${marks} ${id.padEnd(28)} ${bytes.padStart(9)} MB  ${name}`);
  }
}
