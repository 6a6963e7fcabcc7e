import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { FlowPort } from '@jacquard/flow';
import { numberOf } from '../../fields/number-of.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';
import { setFlowInput, useFlowInputs } from '../../state/flow-inputs-store.ts';
import { isMissing } from '../missing-inputs.ts';
import { portLabel } from '../port-label.ts';
import { BackToDefault } from './back-to-default.tsx';
import type { FieldProps } from './field-props.ts';
import { FileField } from './file-field.tsx';
import { JsonField } from './json-field.tsx';

/** One input of the flow, as a field that suits its kind. */
export function InputField({ port }: { readonly port: FlowPort }): React.ReactElement {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const value = useFlowInputs(({ values }) => values[port.id]);
  const isAsking = useFlowInputs((state) => state.isAsking);
  const props: FieldProps = {
    port,
    label: portLabel(port, descriptors, language),
    value,
    error: isAsking && isMissing(port, value) ? t('chat.input-missing') : undefined,
    onChange: (next) => setFlowInput(port.id, next),
  };
  return (
    <div>
      <FieldOfKind {...props} />
      {value !== undefined &&
        port.kind.kind !== 'file' &&
        (port.default !== undefined || port.defaultFrom !== undefined) && <BackToDefault port={port} />}
    </div>
  );
}

function FieldOfKind(props: FieldProps): React.ReactElement {
  switch (props.port.kind.kind) {
    case 'text':
      return <TextField {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'boolean':
      return <BooleanField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'file':
    case 'image':
      return <FileField {...props} />;
    default:
      return <JsonField {...props} />;
  }
}

/** Label, help and error of Mantine's fields. */
function frameOf({ port, label, error }: FieldProps): {
  label: string;
  description: string | undefined;
  error: string | undefined;
  withAsterisk: boolean;
} {
  return { label, description: port.help, error, withAsterisk: isMissing(port, undefined) };
}

function usePlaceholder({ defaultFrom }: FlowPort): string | undefined {
  const { t } = useTexts();
  if (!defaultFrom) return undefined;
  return 'setting' in defaultFrom
    ? t('chat.from-setting', { name: defaultFrom.setting })
    : t('chat.from-file', { name: defaultFrom.name ?? defaultFrom.file });
}

function TextField(props: FieldProps): React.ReactElement {
  const { port, value, onChange } = props;
  const placeholder = usePlaceholder(port);
  const shown = value ?? port.default;
  return (
    <Textarea
      {...frameOf(props)}
      autosize
      minRows={1}
      maxRows={8}
      placeholder={placeholder}
      value={typeof shown === 'string' ? shown : ''}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(text === '' && port.default === undefined ? undefined : text === port.default ? undefined : text);
      }}
    />
  );
}

function NumberField(props: FieldProps): React.ReactElement {
  const { port, value, onChange } = props;
  const placeholder = usePlaceholder(port);
  const { minimum, maximum } = port.schema;
  const shown = value ?? port.default;
  return (
    <TextInput
      {...frameOf(props)}
      type="number"
      placeholder={placeholder}
      {...(typeof minimum === 'number' && { min: minimum })}
      {...(typeof maximum === 'number' && { max: maximum })}
      value={typeof shown === 'number' ? shown : ''}
      onChange={(event) => onChange(numberOf(event.currentTarget))}
    />
  );
}

function BooleanField(props: FieldProps): React.ReactElement {
  const { label, port, value, error, onChange } = props;
  return (
    <Switch
      label={label}
      description={port.help}
      error={error}
      checked={(value ?? port.default) === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function ChoiceField(props: FieldProps): React.ReactElement {
  const { port, value, onChange } = props;
  const placeholder = usePlaceholder(port);
  const options = port.kind.kind === 'choice' ? (port.kind.options ?? []) : [];
  const shown = value ?? port.default;
  return (
    <Select
      {...frameOf(props)}
      placeholder={placeholder}
      data={[...new Set(options)]}
      clearable={port.optional && port.default === undefined}
      value={typeof shown === 'string' ? shown : null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
