import type { DocumentValue, Message } from '@jacquard/flow';
import { useDeferredValue, useMemo, useState } from 'react';
import { FindField } from './find-field.tsx';
import { MessageList } from './message-list.tsx';
import { PassageList } from './passage-list.tsx';
import { ValueBar } from './value-bar.tsx';
import styles from './value-view.module.css';

interface PassagesViewerProps {
  readonly passages: readonly DocumentValue[];
  readonly terms: readonly string[] | undefined;
}

/** Passages in full, with what was searched for marked; those that hold what a person searches here. */
export function PassagesViewer({ passages, terms = none }: PassagesViewerProps): React.ReactElement {
  const [searched, setSearched] = useState('');
  const asked = useDeferredValue(searched).trim();
  const shown = useMemo(() => passages.filter(({ pageContent }) => holds(pageContent, asked)), [passages, asked]);
  const texts = (): string => passages.map(({ pageContent }) => pageContent).join('\n\n');
  return (
    <div className={styles.viewer}>
      <ValueBar copied={texts} downloads={[{ extension: 'txt', text: texts }, jsonOf(passages)]}>
        <FindField value={searched} onChange={setSearched} found={shown.length} />
      </ValueBar>
      <div className={styles.scroll}>
        <PassageList passages={shown} terms={asked === '' ? terms : [asked]} />
      </div>
    </div>
  );
}

/** A conversation in full; the messages that hold what a person searches. */
export function MessagesViewer({ messages }: { readonly messages: readonly Message[] }): React.ReactElement {
  const [searched, setSearched] = useState('');
  const asked = useDeferredValue(searched).trim();
  const shown = useMemo(() => messages.filter(({ content }) => holds(content, asked)), [messages, asked]);
  const texts = (): string => messages.map(({ role, content }) => `${role}: ${content}`).join('\n\n');
  return (
    <div className={styles.viewer}>
      <ValueBar copied={texts} downloads={[{ extension: 'txt', text: texts }, jsonOf(messages)]}>
        <FindField value={searched} onChange={setSearched} found={shown.length} />
      </ValueBar>
      <div className={styles.scroll}>
        <MessageList messages={shown} canCopy />
      </div>
    </div>
  );
}

const none: readonly string[] = [];

function holds(text: string, asked: string): boolean {
  return asked === '' || text.toLowerCase().includes(asked.toLowerCase());
}

function jsonOf(value: readonly DocumentValue[] | readonly Message[]): {
  readonly extension: 'json';
  readonly text: () => string;
} {
  return { extension: 'json', text: () => JSON.stringify(value, null, 2) };
}
