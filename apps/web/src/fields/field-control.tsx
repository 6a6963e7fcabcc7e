import { Switch, Textarea } from '@mantine/core';
import { ChoiceField } from './choice-field.tsx';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';
import { FileField } from './file-field.tsx';
import { FlowField } from './flow-field.tsx';
import { JsonField } from './json-field.tsx';
import { KnowledgeField } from './knowledge-field.tsx';
import { ModelField } from './model-field.tsx';
import { NumberField } from './number-field.tsx';
import { SecretField } from './secret-field.tsx';
import { TextField } from './text-field.tsx';
import { later } from '../values/later.tsx';

const EmbeddingsField = later(async () => (await import('./embeddings-field.tsx')).EmbeddingsField);
const TableField = later(async () => (await import('./table/table-field.tsx')).TableField);

/** The control that suits a port: by what its field says, else by its kind. */
export function FieldControl(props: ControlProps): React.ReactElement {
  const { port } = props;
  if (port.secret === true) return <SecretField {...props} />;
  switch (port.field) {
    case 'model':
    case 'reranker':
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
    case 'table':
      return <TableField {...props} />;
    case 'any':
    case 'variable':
      return <TextField {...props} />;
    default:
      return <JsonField {...props} />;
  }
}

function BooleanField({ id, describedBy, value, onChange }: ControlProps): React.ReactElement {
  return (
    <Switch
      id={id}
      aria-describedby={describedBy}
      size="sm"
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** A list of texts, one a line. */
function LinesField({ id, describedBy, size, value, isInvalid, onChange }: ControlProps): React.ReactElement {
  const lines = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  return (
    <Textarea
      id={id}
      className={styles.control}
      size="xs"
      dir="auto"
      aria-describedby={describedBy}
      error={isInvalid}
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
