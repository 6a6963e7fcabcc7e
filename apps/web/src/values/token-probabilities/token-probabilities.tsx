import type { JsonValue } from '@jacquard/flow';
import { tokenProbabilitiesSchema, type TokenProbabilities as Probabilities } from '@jacquard/protocol';
import { useMemo, useState } from 'react';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { formatChance } from '../../insides/next-word/format-chance.ts';
import { ValueView } from '../value-view.tsx';
import styles from './token-probabilities.module.css';

interface TokenProbabilitiesProps {
  readonly data: JsonValue;
  readonly runId: string | undefined;
}

type Token = Probabilities['tokens'][number];

/** An answer whose tokens are the more marked the less likely they were; what else was likely is told of the one pointed at. */
export function TokenProbabilities({ data, runId }: TokenProbabilitiesProps): React.ReactElement {
  const { t } = useTexts();
  const parsed = useMemo(() => tokenProbabilitiesSchema.safeParse(data).data, [data]);
  // A very long one stands as a reference, which is fetched like any other value.
  if (!parsed) return <ValueView value={data} runId={runId} />;
  return parsed.tokens.length === 0 ? <p className={styles.told}>{t('insides.no-tokens')}</p> : <Tokens {...parsed} />;
}

function Tokens({ tokens }: Probabilities): React.ReactElement {
  const { t, language } = useTexts();
  const [at, setAt] = useState<number>();
  const told = at === undefined ? undefined : tokens[at];
  const factsOf = (token: Token): string => factsText(token, t, (chance) => formatChance(chance, language));
  const move = (event: React.KeyboardEvent<HTMLElement>): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.min(tokens.length - 1, Math.max(0, (at ?? 0) + by));
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  return (
    <div>
      <p className={styles.text} role="group" aria-label={t('insides.answer-tokens')} onKeyDown={move}>
        {tokens.map((token, index) => (
          <button
            // A token has no identity but its place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            type="button"
            className={styles.token}
            style={{ '--doubt': `${Math.round((1 - Math.exp(token.logprob)) * 45)}%` }}
            tabIndex={index === (at ?? 0) ? 0 : -1}
            aria-label={factsOf(token)}
            onFocus={() => setAt(index)}
            onPointerEnter={() => setAt(index)}
          >
            {token.token}
          </button>
        ))}
      </p>
      <p className={styles.told} role="status">
        {told ? factsOf(told) : t('insides.probabilities-hint')}
      </p>
    </div>
  );
}

/** The token with its chance, and the others that were likely. */
function factsText({ token, logprob, top }: Token, t: Translate, format: (chance: number) => string): string {
  const chance = format(Math.exp(logprob));
  const others = top
    .filter((other) => other.token !== token)
    .map((other) => t('insides.other-chance', { token: shown(other.token), chance: format(Math.exp(other.logprob)) }))
    .join(', ');
  const facts = { token: shown(token), chance, others };
  return t(others === '' ? 'insides.had-chance' : 'insides.had-chance-beside', facts);
}

function shown(token: string): string {
  return token.replaceAll('\n', '↵').replaceAll(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length));
}
