import type { JsonValue } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import { FileLine } from './file-line.tsx';
import { JsonTree } from './json-tree.tsx';
import { LargeValue } from './large-value.tsx';
import { MessageList } from './message-list.tsx';
import { PassageList, ShortPassages } from './passage-list.tsx';
import { TableView } from './table-view.tsx';
import { TextValue } from './text-value.tsx';
import { shownValue } from './value-text.ts';
import styles from './value-view.module.css';

interface ValueViewProps {
  readonly value: JsonValue;
  /** The run that holds large values. */
  readonly runId?: string | undefined;
  /** `short`: four lines, fading. `full`: all of it, with what one may do with it. */
  readonly size: 'short' | 'full';
}

/** Any value in the form that suits it. */
export function ValueView({ value, runId, size }: ValueViewProps): React.ReactElement {
  const shown = shownValue(value);
  const isShort = size === 'short';
  const content = ((): React.ReactElement => {
    switch (shown.form) {
      case 'text':
        return <TextValue text={shown.text} isShort={isShort} />;
      case 'table':
        return <TableView table={shown.table} rows={isShort ? 3 : 500} />;
      case 'messages':
        return <MessageList messages={isShort ? shown.messages.slice(-2) : shown.messages} />;
      case 'passages':
        return isShort ? <ShortPassages passages={shown.passages} /> : <PassageList passages={shown.passages} />;
      case 'file':
        return <FileLine file={shown.file} runId={runId} />;
      case 'reference':
        return (
          <LargeValue reference={shown.reference} runId={runId} isShort={isShort}>
            {(whole) => <ValueView value={whole} runId={runId} size="full" />}
          </LargeValue>
        );
      default:
        return isShort ? (
          <TextValue text={JSON.stringify(shown.json, null, 1)} isShort />
        ) : (
          <JsonTree value={shown.json} />
        );
    }
  })();
  return isShort ? <div className={styles.short}>{content}</div> : content;
}

/** What stands where a value has not arrived yet. */
export function NoValue(): React.ReactElement {
  const { t } = useTexts();
  return <p className={styles.none}>{t('panels.no-value')}</p>;
}
