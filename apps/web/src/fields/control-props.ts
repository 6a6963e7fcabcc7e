import type { Input, InputPort, JsonValue } from '@jacquard/flow';

/** On the node small, in the inspector with all that there is to say, or alone in a large panel. */
export type FieldSize = 'node' | 'full' | 'large';

/** What every control of a field is given. */
export interface ControlProps {
  readonly id: string;
  /** Id of the label, for controls that no `<label>` can name. */
  readonly labelledBy: string;
  /** Ids of the help and of what is wrong. */
  readonly describedBy: string | undefined;
  readonly node: string;
  /** Of the port. */
  readonly name: string;
  readonly port: InputPort;
  readonly size: FieldSize;
  readonly input: Input | undefined;
  readonly value: JsonValue | undefined;
  /** The checks have something to say against what stands here. */
  readonly isInvalid: boolean;
  readonly onChange: (value: JsonValue | undefined) => void;
  readonly onInput: (input: Input | undefined) => void;
}

/** Lines of a text that show before it scrolls. */
export function linesOf(size: FieldSize): { readonly least: number; readonly most: number } {
  if (size === 'node') return { least: 2, most: 6 };
  return size === 'full' ? { least: 4, most: 24 } : { least: 16, most: 400 };
}
