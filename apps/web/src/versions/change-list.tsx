import { readNote, type FlowDifference, type ItemDifference } from '@jacquard/canvas';
import { nodesById, type FlowDocument } from '@jacquard/flow';
import { useMemo } from 'react';
import { nodeTitle } from '../bottom/node-title.ts';
import { showNode } from '../canvas/show-node.ts';
import { useTexts } from '../i18n/i18n.ts';
import { select, useEditor } from '../state/editor-store.ts';
import styles from './difference.module.css';
import { PartDifference } from './part-difference.tsx';
import type { DifferenceWords } from './part-label.ts';

interface ChangeListProps {
  readonly difference: FlowDifference;
  readonly before: FlowDocument;
  readonly after: FlowDocument;
}

/** What differs between two states of a flow, in words; a click on a node shows it. */
export function ChangeList({ difference, before, after }: ChangeListProps): React.ReactElement {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const words = useMemo(() => ({ t, language, descriptors }), [t, language, descriptors]);
  const [old, now] = useMemo(() => [nodesById(before), nodesById(after)], [before, after]);
  const common = { before, after, words };
  const noteOf = (id: string): string => {
    const note = after.layout?.notes?.[id] ?? before.layout?.notes?.[id];
    return note ? `${t('versions.note-item')}: ${readNote(note.text).split('\n')[0]?.slice(0, 60)}` : id;
  };
  const groupOf = (id: string): string =>
    t('versions.group-item', { name: (after.layout?.groups?.[id] ?? before.layout?.groups?.[id])?.title ?? id });
  return (
    <ul className={styles.list}>
      {difference.flow.length > 0 && (
        <li className={styles.item}>
          <span className={styles.head}>
            <span className={styles.title}>{t('versions.whole-flow')}</span>
          </span>
          {difference.flow.map((change) => (
            <PartDifference key={change.part} change={change} type={undefined} {...common} />
          ))}
        </li>
      )}
      {difference.nodes.map((item) => (
        <Item
          key={item.id}
          item={item}
          title={nodeTitle(item.id, now.has(item.id) ? after : before, descriptors, language)}
          type={(now.get(item.id) ?? old.get(item.id))?.node.type}
          onShow={() => showItem({ nodes: [item.id] }, item.id)}
          {...common}
        />
      ))}
      {difference.notes.map((item) => (
        <Item
          key={`note:${item.id}`}
          item={item}
          title={noteOf(item.id)}
          onShow={item.change === 'removed' ? undefined : () => showItem({ notes: [item.id] }, `note:${item.id}`)}
          {...common}
        />
      ))}
      {difference.groups.map((item) => (
        <Item key={`group:${item.id}`} item={item} title={groupOf(item.id)} {...common} />
      ))}
    </ul>
  );
}

function showItem(selection: Parameters<typeof select>[0], element: string): void {
  select(selection);
  showNode(element);
}

const changeKeys = {
  added: 'versions.added',
  removed: 'versions.removed',
  changed: 'versions.changed',
  moved: 'versions.moved',
} as const;

interface ItemProps {
  readonly item: ItemDifference;
  readonly title: string;
  readonly type?: string | undefined;
  readonly before: FlowDocument;
  readonly after: FlowDocument;
  readonly words: DifferenceWords;
  readonly onShow?: (() => void) | undefined;
}

function Item({ item, title, type, before, after, words, onShow }: ItemProps): React.ReactElement {
  const { t } = words;
  const change = item.change === 'changed' && item.changes.length === 0 ? 'moved' : item.change;
  const head = (
    <>
      <span className={styles.title}>{title}</span>
      <span className={styles.mark} data-change={change}>
        {t(changeKeys[change])}
      </span>
    </>
  );
  return (
    <li className={styles.item}>
      {onShow ? (
        <button type="button" className={styles.head} title={t('versions.show-node', { name: title })} onClick={onShow}>
          {head}
        </button>
      ) : (
        <span className={styles.head}>{head}</span>
      )}
      {item.changes.map((one) => (
        <PartDifference key={one.part} change={one} type={type} before={before} after={after} words={words} />
      ))}
    </li>
  );
}
