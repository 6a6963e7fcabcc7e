import type { Input, InputPort, JsonValue } from '@jacquard/flow';

/** What every control of a field is given. */
export interface ControlProps {
  readonly id: string;
  readonly node: string;
  readonly port: InputPort;
  readonly size: 'node' | 'full';
  readonly input: Input | undefined;
  readonly value: JsonValue | undefined;
  readonly onChange: (value: JsonValue | undefined) => void;
  readonly onInput: (input: Input | undefined) => void;
}
