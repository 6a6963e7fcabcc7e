import type { FlowPort, JsonValue } from '@jacquard/flow';

/** What every field shows and how it writes. */
export interface FieldProps {
  readonly port: FlowPort;
  readonly label: string;
  /** What was filled in; undefined leaves it to the flow's own. */
  readonly value: JsonValue | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: JsonValue | undefined) => void;
}
