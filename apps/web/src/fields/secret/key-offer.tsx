import { Button } from '@mantine/core';
import { ownValue, type InputPort } from '@jacquard/flow';
import { setInput } from '@jacquard/canvas';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import styles from '../field.module.css';
import { later } from '../../values/later.tsx';
import { nodeOf } from '../node-of.ts';
import { keyKind, keyText } from './key-kind.ts';

const NewSecret = later(async () => (await import('../new-secret.tsx')).NewSecret);

interface KeyOfferProps {
  readonly node: string;
  /** What was pasted; it stands nowhere but here until the person decides. */
  readonly pasted: string;
  /** The person wants it in the field after all. */
  readonly onPaste: () => void;
  readonly onEnd: () => void;
}

/** A pasted text looks like a key: a flow is shared and exported, so it is offered to be kept as a secret instead. */
export function KeyOffer({ node, pasted, onPaste, onEnd }: KeyOfferProps): React.ReactElement {
  const { t } = useTexts();
  const [isKept, setKept] = useState(false);
  const kind = keyKind(pasted);
  if (isKept) {
    return (
      <NewSecret
        first={{ name: kind?.name ?? '', text: keyText(pasted), origins: kind?.origin ?? '' }}
        onEnd={(name) => {
          if (name !== undefined) fillSecret(node, name);
          onEnd();
        }}
      />
    );
  }
  return (
    <div className={styles.offer} role="alert">
      <span>{t('editing.key-found')}</span>
      <span className={styles.tools}>
        <Button size="compact-xs" h={28} onClick={() => setKept(true)}>
          {t('editing.key-keep')}
        </Button>
        <Button variant="default" size="compact-xs" h={28} onClick={onPaste}>
          {t('editing.key-paste')}
        </Button>
      </span>
    </div>
  );
}

/** Names the stored secret in the node's own field for one, if that is empty. */
function fillSecret(node: string, name: string): void {
  const found = nodeOf(useEditor.getState(), node);
  const isEmpty = ([port, { secret }]: [string, InputPort]): boolean =>
    secret === true && (ownValue(found?.node.inputs, port) ?? '') === '';
  const [port] = Object.entries(found?.ports.inputs ?? {}).find(isEmpty) ?? [];
  if (port !== undefined) changeFlow(setInput(node, port, { secret: name }));
}
