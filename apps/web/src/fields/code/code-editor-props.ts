import type { JsonSchema } from '@jacquard/flow';
import type { VariableOffer } from '@jacquard/canvas';

/**
 * What is written in the field: `prose` (a prompt that is sent as it is), `template` (a text with `{{variables}}`),
 * `expression` (a formula with them), `json`, `program` (Python or JavaScript, as it stands).
 */
export type CodeLanguage = 'prose' | 'template' | 'expression' | 'json' | 'program';

/** What the editor of code and its stand-in, a plain text field, are given alike. */
export interface CodeTextProps {
  readonly id: string;
  /** Id of the element that names the field. */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly language: CodeLanguage;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly isInvalid?: boolean | undefined;
  /** Lines that show before the field scrolls. */
  readonly lines: { readonly least: number; readonly most: number };
  /** What a variable may stand for, asked when completion opens. */
  readonly offers?: (() => readonly VariableOffer[]) | undefined;
  /** A person chose an offer: its name stands in the text already. */
  readonly onTake?: ((offer: VariableOffer) => void) | undefined;
  /** What the JSON should follow. */
  readonly schema?: JsonSchema | undefined;
  readonly onChange: (text: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** A pasted text, before it is taken; true takes it away from the field. */
  readonly onPasteText?: ((text: string) => boolean) | undefined;
}

/** Where the caret stood when the editor took the plain field's place. */
export interface Caret {
  readonly from: number;
  readonly to: number;
}

/** Words that the editor shows, made where the language of the page is known. */
export type EditorWords = (
  key: 'open' | 'empty' | 'name' | 'long' | 'close' | 'prose' | 'unknown' | 'write' | 'here' | 'required',
  name?: string,
) => string;
