import type { JsonValue, Kind } from '@jacquard/flow';
import type { Recipe } from '@jacquard/executor';
import type { Block } from './block.ts';

/** A variable of the program. */
export interface Variable {
  readonly name: string;
  /** Its type, for where it is declared before it has a value. */
  readonly type: string;
  /** The block that it gets its value in. */
  readonly home: Block;
  /** Read outside of its block, so that it is declared before it. */
  escapes: boolean;
  /** It has another value in each turn of a loop. */
  readonly isCarried?: boolean;
}

/** Where a value of the program stands, and when it is there. */
export interface Reference {
  readonly kind: Kind;
  readonly variable: Variable;
  /** The value, by the variable's name; `isOutside`: the variable itself may be undefined there. */
  text(name: string, isOutside: boolean): string;
  /** The condition of its own that it hangs on. */
  check?(name: string, isOutside: boolean): string;
  /** The text is undefined when the value isn't there. */
  readonly mayBeUndefined: boolean;
  /** The value that is passed on, and stands for this one's text. */
  readonly passed?: Source;
  /** Everything that it hangs on; none: always there. */
  readonly when: readonly string[];
}

/** A value that a step reads: what a binding of the plan is in the program. */
export type Source =
  | { readonly how: 'text'; readonly text: string; readonly kind: Kind; readonly literal?: JsonValue | undefined }
  | { readonly how: 'reference'; readonly reference: Reference; readonly kind: Kind }
  | { readonly how: 'converted'; readonly of: Source; readonly kind: Kind }
  | { readonly how: 'list'; readonly items: readonly Source[]; readonly kind: Kind }
  | { readonly how: 'model'; readonly recipe: Recipe; readonly kind: Kind }
  /** Nothing ever arrives. */
  | { readonly how: 'never'; readonly kind: Kind };
