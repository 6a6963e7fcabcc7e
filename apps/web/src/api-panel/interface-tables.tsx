import type { FlowInterface, JsonValue } from '@jacquard/flow';
import { kindName } from '@jacquard/messages/sentences';
import { useTexts } from '../i18n/i18n.ts';
import panel from './api-panel.module.css';
import { boundsText } from './bounds-text.ts';
import styles from './interface.module.css';

/** What goes into the flow, what comes out, and what of it callers may set. */
export function InterfaceTables({ interface: shown }: { readonly interface: FlowInterface }): React.ReactElement {
  const { t, language } = useTexts();
  const { inputs, outputs, overrides } = shown;
  return (
    <>
      <PortTable
        title={t('api.inputs')}
        empty={t('api.no-inputs')}
        rows={inputs.map((port) => ({ ...port, isNeeded: !port.optional, label: port.title }))}
      />
      <PortTable
        title={t('api.outputs')}
        empty={t('api.no-outputs')}
        rows={outputs.map((port) => ({ ...port, isNeeded: false, label: port.title }))}
      />
      {overrides.length > 0 && (
        <PortTable
          title={t('api.overrides')}
          empty=""
          rows={overrides.map((override) => ({
            ...override,
            help: override.help?.[language],
            isNeeded: false,
            label: `${override.title} · ${override.label[language]}`,
          }))}
        />
      )}
    </>
  );
}

interface PortRow {
  readonly id: string;
  readonly label?: string | undefined;
  readonly help?: string | undefined;
  readonly kind: FlowInterface['inputs'][number]['kind'];
  readonly schema: FlowInterface['inputs'][number]['schema'];
  readonly isNeeded: boolean;
  readonly default?: JsonValue | undefined;
  readonly defaultFrom?: FlowInterface['inputs'][number]['defaultFrom'];
  readonly example?: JsonValue | undefined;
}

interface PortTableProps {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly PortRow[];
}

function PortTable({ title, empty, rows }: PortTableProps): React.ReactElement {
  const { t } = useTexts();
  const hasValues = rows.some((row) => row.default !== undefined || row.defaultFrom || row.example !== undefined);
  return (
    <div>
      <h3 className={panel.title}>{title}</h3>
      {rows.length === 0 ? (
        <p className={panel.note}>{empty}</p>
      ) : (
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('api.name')}</th>
              <th scope="col">{t('api.kind')}</th>
              <th scope="col">{t('api.means')}</th>
              {hasValues && <th scope="col">{t('api.value')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PortLine key={row.id} row={row} hasValues={hasValues} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function PortLine({ row, hasValues }: { readonly row: PortRow; readonly hasValues: boolean }): React.ReactElement {
  const { t, language } = useTexts();
  const { id, label, help, kind, schema, isNeeded } = row;
  const bounds = boundsText(schema, t);
  return (
    <tr>
      <th scope="row">
        <code>{id}</code>
        {isNeeded && <span className={styles.needed}>{t('api.needed')}</span>}
      </th>
      <td>
        {kindName(kind, language)}
        {bounds !== '' && <span className={styles.small}>{bounds}</span>}
      </td>
      <td>
        {label}
        {help !== undefined && <span className={styles.small}>{help}</span>}
      </td>
      {hasValues && (
        <td>
          <ValueLines row={row} />
        </td>
      )}
    </tr>
  );
}

/** What holds without a value, and what one may look like. */
function ValueLines({ row }: { readonly row: PortRow }): React.ReactElement {
  const { t } = useTexts();
  const { default: fallback, defaultFrom, example } = row;
  const external = defaultFrom && ('setting' in defaultFrom ? defaultFrom.setting : defaultFrom.file);
  return (
    <>
      {fallback !== undefined && <span className={styles.small}>{t('api.default', { value: shortly(fallback) })}</span>}
      {external !== undefined && <span className={styles.small}>{t('api.default-from', { name: external })}</span>}
      {example !== undefined && <span className={styles.small}>{t('api.example', { value: shortly(example) })}</span>}
    </>
  );
}

function shortly(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
