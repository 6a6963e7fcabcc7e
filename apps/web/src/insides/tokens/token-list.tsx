import type { TokenPiece } from '@jacquard/protocol';
import { memo, useState } from 'react';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { formatCount } from '../../values/format-duration.ts';
import { bytesText, tokenLabel } from '../token-label.ts';
import styles from './tokens.module.css';

interface TokenListProps {
  readonly tokens: readonly TokenPiece[];
  readonly label: string;
}

/** More would be of no use to anybody, and slow. */
const mostTokens = 1_500;

/** Colours that come in turn, so that neighbours differ. */
const tints = 5;

/** Tokens as coloured pieces with their numbers; the one that is pointed at, or reached by arrow keys, is told below. */
export function TokenList({ tokens, label }: TokenListProps): React.ReactElement {
  const { t, language } = useTexts();
  const [at, setAt] = useState<number>();
  const shown = tokens.slice(0, mostTokens);
  const told = at === undefined ? undefined : shown[at];
  const move = (event: React.KeyboardEvent<HTMLOListElement>): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.min(shown.length - 1, Math.max(0, (at ?? 0) + by));
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  return (
    <div className={styles.result}>
      <ol className={styles.list} aria-label={label} onKeyDown={move}>
        {shown.map((piece, index) => (
          <Token key={index} piece={piece} index={index} isReached={index === (at ?? 0)} onTell={setAt} />
        ))}
      </ol>
      {tokens.length > shown.length && (
        <p className={styles.hint}>
          {t('insides.tokens-more', {
            shown: formatCount(shown.length, language),
            count: formatCount(tokens.length, language),
          })}
        </p>
      )}
      <p className={styles.told} role="status">
        {told ? factsOf(told, t) : t('insides.token-hint')}
      </p>
    </div>
  );
}

interface TokenProps {
  readonly piece: TokenPiece;
  readonly index: number;
  readonly isReached: boolean;
  readonly onTell: (index: number) => void;
}

const Token = memo(function Token({ piece, index, isReached, onTell }: TokenProps): React.ReactElement {
  const { t } = useTexts();
  const breaks = !piece.isSpecial && piece.text.includes('\n');
  return (
    <li className={styles.item} data-breaks={breaks}>
      <button
        type="button"
        className={styles.token}
        data-tint={piece.isSpecial ? 'special' : index % tints}
        tabIndex={isReached ? 0 : -1}
        aria-label={nameOf(piece, t)}
        onFocus={() => onTell(index)}
        onPointerEnter={() => onTell(index)}
        onClick={() => onTell(index)}
      >
        <span className={styles.text}>{tokenLabel(piece)}</span>{' '}
        <span className={`${styles.id} tabular`}>{piece.id}</span>
      </button>
    </li>
  );
});

/** Begins with what is seen of it. */
function nameOf(piece: TokenPiece, t: Translate): string {
  const facts = { token: tokenLabel(piece), id: piece.id };
  return piece.isSpecial
    ? t('insides.token-name-special', facts)
    : t('insides.token-name', { ...facts, bytes: bytesText(piece) });
}

function factsOf(piece: TokenPiece, t: Translate): string {
  const facts = { token: tokenLabel(piece), id: piece.id };
  return piece.isSpecial
    ? t('insides.token-special', facts)
    : t('insides.token-facts', { ...facts, bytes: bytesText(piece) });
}
