import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { templateVariables } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';
import { EmbeddingsField } from './embeddings-field.tsx';
import { FileField } from './file-field.tsx';
import { FlowField } from './flow-field.tsx';
import { JsonField } from './json-field.tsx';
import { KnowledgeField } from './knowledge-field.tsx';
import { ModelField } from './model-field.tsx';
import { SecretField } from './secret-field.tsx';
import { TableField } from './table-field.tsx';

/** The control that suits a port: by what its field says, else by its kind. */
export function FieldControl(props: ControlProps): React.ReactElement {
  const { port } = props;
  if (port.secret === true) return <SecretField {...props} />;
  switch (port.field) {
    case 'model':
      return <ModelField {...props} />;
    case 'flow':
      return <FlowField {...props} />;
    case 'knowledge':
      return <KnowledgeField {...props} />;
    case 'embeddings':
      return <EmbeddingsField {...props} />;
    case 'file':
      return <FileField {...props} />;
    case 'table':
      return <TableField {...props} />;
    case 'json':
    case 'json-schema':
      return <JsonField {...props} />;
    case 'lines':
      return <LinesField {...props} />;
    default:
      return <KindControl {...props} />;
  }
}

function KindControl(props: ControlProps): React.ReactElement {
  switch (props.port.kind.kind) {
    case 'number':
      return <NumberField {...props} />;
    case 'boolean':
      return <BooleanField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'text':
      return <TextField {...props} />;
    case 'list':
      return <LinesField {...props} />;
    case 'file':
    case 'image':
      return <FileField {...props} />;
    case 'any':
    case 'variable':
      return <TextField {...props} />;
    default:
      return <JsonField {...props} />;
  }
}

function TextField({ id, port, size, value, onChange }: ControlProps): React.ReactElement {
  const { language } = useTexts();
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
  const isLong = port.multiline === true || port.field === 'template' || port.field === 'markdown';
  const common = { id, className: styles.control, value: text, placeholder: port.placeholder?.[language] ?? '' };
  if (!isLong && port.field !== 'expression') {
    return <TextInput {...common} size="xs" onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  const variables = port.field === 'template' || port.field === 'expression' ? templateVariables(text) : [];
  return (
    <>
      <Textarea
        {...common}
        size="xs"
        autosize
        minRows={size === 'node' ? 2 : 4}
        maxRows={size === 'node' ? 6 : 24}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {variables.length > 0 && (
        <span className={styles.variables}>
          {variables.map((name) => (
            <span key={name} className={styles.variable}>
              {name}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

function NumberField({ id, port, value, onChange }: ControlProps): React.ReactElement {
  return (
    <NumberInput
      id={id}
      className={styles.control}
      size="xs"
      value={typeof value === 'number' ? value : ''}
      {...(port.min !== undefined && { min: port.min })}
      {...(port.max !== undefined && { max: port.max })}
      step={port.integer ? 1 : 0.1}
      allowDecimal={port.integer !== true}
      clampBehavior="none"
      onChange={(next) => onChange(typeof next === 'number' && Number.isFinite(next) ? next : undefined)}
    />
  );
}

function BooleanField({ id, value, onChange }: ControlProps): React.ReactElement {
  return (
    <Switch id={id} size="sm" checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
  );
}

function ChoiceField({ id, port, value, onChange }: ControlProps): React.ReactElement {
  const { language } = useTexts();
  const options = port.kind.kind === 'choice' ? (port.kind.options ?? []) : [];
  return (
    <Select
      id={id}
      className={styles.control}
      size="xs"
      data={options.map((option) => ({ value: option, label: port.options?.[option]?.[language] ?? option }))}
      value={typeof value === 'string' ? value : null}
      clearable={port.optional === true && port.default === undefined}
      comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

/** A list of texts, one a line. */
function LinesField({ id, size, value, onChange }: ControlProps): React.ReactElement {
  const lines = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  return (
    <Textarea
      id={id}
      className={styles.control}
      size="xs"
      autosize
      minRows={2}
      maxRows={size === 'node' ? 6 : 20}
      value={lines.join('\n')}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(text === '' ? undefined : text.split('\n'));
      }}
    />
  );
}
