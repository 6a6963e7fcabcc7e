import { Problem } from '@jacquard/flow';
import type { RtfBlocks } from './rtf-blocks.ts';
import { createRtfCharacters } from './rtf-characters.ts';
import { plainParagraph, targetOf, type RtfGroup } from './rtf-groups.ts';
import type { RtfStyles } from './rtf-styles.ts';
import { rtfTokens, type RtfToken } from './rtf-tokens.ts';

const deepest = 1_000;
const tokensBetweenLooks = 10_000;

/** Follows the words of RTF and hands its text on. Throws `document-damaged` for endless nesting and for a cut end. */
export function runRtf(source: string, blocks: RtfBlocks, styles: RtfStyles, signal: AbortSignal): void {
  const machine = createMachine(blocks, styles);
  let count = 0;
  for (const token of rtfTokens(source)) {
    count += 1;
    if (count % tokensBetweenLooks === 0) signal.throwIfAborted();
    if (!machine.take(token)) break;
  }
  machine.finish();
}

interface Machine {
  /** False once the document has ended. */
  take(token: RtfToken): boolean;
  finish(): void;
}

function createMachine(blocks: RtfBlocks, styles: RtfStyles): Machine {
  const stack: RtfGroup[] = [];
  let group = outermost();
  let isStarred = false;
  const characters = createRtfCharacters((text) => {
    if (group.target === 'style') styles.addName(text);
    else if (!group.isUnseen) blocks.addText(group.target, text);
  });

  const enter = (name: string): boolean => {
    const target = targetOf(name, isStarred, group.target);
    isStarred = false;
    if (target === undefined) return false;
    if (target === 'note' && group.target === 'main') blocks.beginNote();
    group.target = target === 'note' && group.target !== 'main' ? 'nowhere' : target;
    return true;
  };
  const readWord = (name: string, value: number | undefined): void => {
    if (characters.skipWord() || enter(name) || characters.takeWord(name, value, group)) return;
    if (name === 'v' || name === 'deleted') group.isUnseen = value !== 0;
    else if (name === 'plain') group.isUnseen = false;
    else if (group.target === 'style') readStyleWord(name, value, styles);
    else readParagraphWord(name, value, group, blocks);
  };
  const open = (): void => {
    if (stack.length >= deepest) throw new Problem('document-damaged');
    stack.push({ ...group });
    isStarred = false;
    characters.endSubstitutes();
  };
  const close = (): boolean => {
    const outer = stack.pop();
    // A paragraph that a text box leaves open ends with it.
    if (group.target === 'box' && outer?.target !== 'box') blocks.endParagraph('box', group.paragraph);
    if (outer) group = outer;
    characters.endSubstitutes();
    return stack.length > 0;
  };

  return {
    take(token) {
      if (token.kind === 'bytes') {
        characters.addBytes(token.bytes, group);
        return true;
      }
      characters.flush();
      if (token.kind === 'word') readWord(token.name, token.value);
      else if (token.kind === 'starred') isStarred = true;
      else if (token.kind === 'open') open();
      return token.kind !== 'close' || close();
    },
    finish() {
      characters.flush();
      if (stack.length > 0) throw new Problem('document-damaged');
      blocks.finish(group.paragraph);
    },
  };
}

function outermost(): RtfGroup {
  return { target: 'main', paragraph: plainParagraph, isUnseen: false, encoding: undefined, substitutes: 1 };
}

function readStyleWord(name: string, value: number | undefined, styles: RtfStyles): void {
  if (name === 's' || name === 'cs' || name === 'ds' || name === 'ts') styles.begin(name === 's' ? (value ?? 0) : -1);
  else if (name === 'outlinelevel' && value !== undefined && value < 9) styles.setLevel(value + 1);
}

/** Words that end or describe a paragraph, a cell, a row. */
function readParagraphWord(name: string, value: number | undefined, group: RtfGroup, blocks: RtfBlocks): void {
  const { target, paragraph } = group;
  if (name === 'par' || name === 'sect') blocks.endParagraph(target, paragraph);
  else if (name === 'pard') group.paragraph = plainParagraph;
  else if (name === 's') group.paragraph = { ...paragraph, style: value ?? 0 };
  else if (name === 'outlinelevel')
    group.paragraph = { ...paragraph, level: value !== undefined && value < 9 ? value + 1 : undefined };
  else if (name === 'ls') group.paragraph = { ...paragraph, isItem: (value ?? 0) > 0 };
  else if (name === 'intbl') group.paragraph = { ...paragraph, inTable: true };
  else if (target !== 'main' && (name === 'cell' || name === 'row'))
    blocks.addText(target, name === 'cell' ? ' ' : '\n');
  else if (target !== 'main') return;
  else if (name === 'cell') blocks.table.endCell();
  else if (name === 'row') blocks.table.endRow();
  else if (name === 'trowd') blocks.table.beginRow();
  else if (/^(?:trhdr|cellx|clmrg|clmgf|clvmrg|clvmgf)$/.test(name)) blocks.table.define(name);
}
