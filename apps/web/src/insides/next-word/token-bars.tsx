import type { CutLogits, RankedLogits } from '@jacquard/flow';
import type { TokenPiece } from '@jacquard/protocol';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { formatCount } from '../../values/format-duration.ts';
import { mostShown } from '../insides-api.ts';
import { addToken } from '../insides-store.ts';
import { tokenLabel } from '../token-label.ts';
import styles from './bars.module.css';
import { formatChance } from './format-chance.ts';

interface TokenBarsProps {
  readonly named: readonly TokenPiece[];
  readonly ranked: RankedLogits;
  readonly cut: CutLogits;
  /** Of a text that has changed since: nothing can be added to it. */
  readonly isOld: boolean;
}

/** So many bars before more are asked for. */
const fewShown = 10;

/** The likeliest tokens, each with a bar: how likely it is drawn, and how likely the model itself holds it. */
export function TokenBars({ named, ranked, cut, isOld }: TokenBarsProps): React.ReactElement {
  const { t, language } = useTexts();
  const [isLong, setLong] = useState(false);
  const shown = named.slice(0, isLong ? mostShown : fewShown);
  const rest = ranked.ids.length - shown.length;
  return (
    <div className={styles.bars}>
      <p className={styles.legend}>
        <span>
          <i className={styles.legendBar} /> {t('insides.chance')}
        </span>
        <span>
          <i className={styles.legendMark} /> {t('insides.own')}
        </span>
      </p>
      <ol className={styles.list} aria-busy={isOld} aria-label={t('insides.next-question')}>
        {shown.map((piece, rank) => (
          // By its rank, so that the focus stays on the likeliest when a token has been added.
          <TokenBar
            key={rank}
            piece={piece}
            chance={cut.probabilities[rank] ?? 0}
            own={(ranked.weights[rank] ?? 0) / ranked.totalWeight}
            reason={reasonOf(rank, cut, t)}
            isOld={isOld}
          />
        ))}
      </ol>
      <div className={styles.more}>
        <span>{t('insides.rest', { count: rest, shown: formatCount(rest, language) })}</span>
        {named.length > fewShown && (
          <Button variant="subtle" color="gray" onClick={() => setLong(!isLong)}>
            {t(isLong ? 'insides.show-fewer' : 'insides.show-more')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface TokenBarProps {
  readonly piece: TokenPiece;
  readonly chance: number;
  readonly own: number;
  /** Why it is never drawn. */
  readonly reason: string | undefined;
  readonly isOld: boolean;
}

function TokenBar({ piece, chance, own, reason, isOld }: TokenBarProps): React.ReactElement {
  const { t, language } = useTexts();
  const label = tokenLabel(piece);
  const figures = { token: label, chance: formatChance(chance, language), own: formatChance(own, language) };
  const name = reason === undefined ? t('insides.choose', figures) : t('insides.choose-cut', { ...figures, reason });
  return (
    <li>
      <button
        type="button"
        className={styles.bar}
        data-cut={reason !== undefined}
        aria-disabled={isOld}
        aria-label={name}
        title={name}
        onClick={() => !isOld && addToken({ id: piece.id, piece, own })}
      >
        <span className={styles.token} data-special={piece.isSpecial}>
          {label}
        </span>{' '}
        <span className={styles.track}>
          <span className={styles.fill} style={{ inlineSize: `${chance * 100}%` }} />
          <span className={styles.mark} style={{ insetInlineStart: `${own * 100}%` }} />
        </span>
        <span className={`${styles.figure} tabular`}>{reason ?? figures.chance}</span>
      </button>
    </li>
  );
}

/** Which cut took a token away, by its rank. */
function reasonOf(rank: number, { kept, after, probabilities }: CutLogits, t: Translate): string | undefined {
  if (rank < kept && (probabilities[rank] ?? 0) > 0) return undefined;
  const isGreedy = after.topK === 1 && after.minP === 1;
  if (rank >= after.topK) return t(isGreedy ? 'insides.cut-temperature' : 'insides.cut-top-k');
  if (rank >= after.topP) return t('insides.cut-top-p');
  return rank >= after.minP ? t('insides.cut-min-p') : undefined;
}
