/** Where text goes: into the document, a note, a text box, a list's label, the title, a style's name, a font's; or nowhere. */
export type RtfTarget = 'main' | 'note' | 'box' | 'label' | 'title' | 'style' | 'font' | 'nowhere';

/** What paragraph words have set. */
export interface RtfParagraph {
  readonly style: number;
  /** From 1, of headings. */
  readonly level: number | undefined;
  readonly isItem: boolean;
  readonly inTable: boolean;
}

/** What holds within a group, and ends with it. */
export interface RtfGroup {
  target: RtfTarget;
  paragraph: RtfParagraph;
  /** Hidden, or deleted and kept for review. */
  isUnseen: boolean;
  encoding: string | undefined;
  /** Characters that stand after `\u` for programs that don't know it. */
  substitutes: number;
}

export const plainParagraph: RtfParagraph = { style: 0, level: undefined, isItem: false, inTable: false };

const targets: Readonly<Record<string, RtfTarget>> = {
  fonttbl: 'font',
  stylesheet: 'style',
  footnote: 'note',
  shptxt: 'box',
  listtext: 'label',
  pntext: 'label',
  title: 'title',
};
// What the page shows beside its text, what other programs show in its place, and data.
const nowhere = new Set(
  'colortbl filetbl info pict object objdata header headerl headerr headerf footer footerl footerr footerf xe tc rxe txe private shprslt nonshppict ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst annotation themedata datastore listtable listoverridetable revtbl rsidtbl generator'.split(
    ' ',
  ),
);
/** Starred groups that hold text all the same, or groups that do. */
const readThough = new Set(['shpinst', 'shptxt', 'fldrslt', 'listtext', 'pntext', 'footnote']);

/**
 * Where the text of a group goes that begins with this word, inside one of `outer`; undefined when the word names no place.
 * A starred group that isn't known holds nothing that is read.
 */
export function targetOf(word: string, isStarred: boolean, outer: RtfTarget): RtfTarget | undefined {
  if (word === 'result' || word === 'shptxt') return word === 'result' ? 'main' : 'box';
  if (word === 'title') return 'title';
  if (outer === 'nowhere') return undefined;
  if (word === 'shpinst') return 'nowhere';
  if (Object.hasOwn(targets, word)) return targets[word];
  return nowhere.has(word) || (isStarred && !readThough.has(word)) ? 'nowhere' : undefined;
}
