import { Textarea } from '@mantine/core';
import type { FlowPort } from '@jacquard/flow';

type Texts = Readonly<Record<string, string>>;

interface CaseInputsProps {
  readonly ports: readonly FlowPort[];
  readonly texts: Texts;
  readonly onChange: (texts: Texts) => void;
}

/** A field for each of the flow's inputs: texts as they are, anything else as JSON. */
export function CaseInputs({ ports, texts, onChange }: CaseInputsProps): React.ReactElement {
  return (
    <>
      {ports.map((port) => (
        <Textarea
          key={port.id}
          label={port.title ?? port.id}
          autosize
          minRows={1}
          maxRows={8}
          value={texts[port.id] ?? ''}
          required={!port.optional}
          onChange={({ currentTarget }) => onChange({ ...texts, [port.id]: currentTarget.value })}
        />
      ))}
    </>
  );
}
