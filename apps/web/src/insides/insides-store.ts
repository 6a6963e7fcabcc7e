import type { DrawingSettings } from '@jacquard/flow';
import type { ModelState, TokenPiece } from '@jacquard/protocol';
import { create } from 'zustand';

/** A text as it stands, or as a person's message in the model's chat form. */
export type TextForm = 'text' | 'message';

/** How a model reads a text: one without a chat form, or that doesn't write, reads it as it stands. */
export function formFor({ kind, isWithoutTemplate }: ModelState, wished: TextForm): TextForm {
  return kind !== 'chat' || isWithoutTemplate === true ? 'text' : wished;
}

/** A token that was added to the text. */
export interface AddedToken {
  readonly id: number;
  /** Undefined until the model has named it. */
  readonly piece: TokenPiece | undefined;
  /** That the model itself gave it, before temperature and cuts. */
  readonly own: number;
}

interface InsidesState {
  /** Undefined: the example of the page's language. */
  readonly text: string | undefined;
  readonly form: TextForm;
  readonly added: readonly AddedToken[];
  readonly settings: DrawingSettings;
  readonly seed: number;
  /** Of the view of tokens. */
  readonly tokensText: string | undefined;
  readonly tokensForm: TextForm;
  readonly other: string | undefined;
}

/** Nothing cut, nothing tempered. */
export const openSettings: DrawingSettings = { temperature: 1, topK: 0, topP: 1, minP: 0 };

/** What somebody who looks into models has written and set. It stays while the page is open. */
export const useInsides = create<InsidesState>()(() => ({
  text: undefined,
  form: 'text',
  added: [],
  settings: openSettings,
  seed: 1804,
  tokensText: undefined,
  tokensForm: 'text',
  other: undefined,
}));

/** Adds a token behind the text. */
export function addToken(token: AddedToken): void {
  useInsides.setState(({ added }) => ({ added: [...added, token] }));
}

/** Goes back to the first so many added tokens. */
export function keepAdded(count: number): void {
  useInsides.setState(({ added }) => ({ added: added.slice(0, count) }));
}

/** Takes another text, or reads it in another form: what was added to the one before is gone. */
export function beginText(change: { readonly text?: string; readonly form?: TextForm }): void {
  useInsides.setState({ ...change, added: [] });
}
