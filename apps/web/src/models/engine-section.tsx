import type { Engines } from '@jacquard/protocol';
import { useState } from 'react';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { useEngines } from './engine-api.ts';
import { engineNames } from './engine-names.ts';
import { EngineRow } from './engine-row.tsx';
import styles from './engine.module.css';

/** What models run on, and the engines for the graphics processors that are here. */
export function EngineSection(): React.ReactElement | null {
  const { t, language } = useTexts();
  const state = useEngines();
  const [refusal, setRefusal] = useState<unknown>();
  if (!state) return null;
  const { problem } = state;
  const attempt = (work: Promise<unknown>): void => {
    setRefusal(undefined);
    work.catch(setRefusal);
  };
  return (
    <div className={styles.engines}>
      <p className={styles.line}>{usingText(state, t)}</p>
      {problem && <p className={styles.problem}>{problemSentence(problem, language)}</p>}
      {refusal !== undefined && (
        <p className={styles.problem} role="alert">
          {problemText(refusal, language).detail}
        </p>
      )}
      <ul className={styles.list}>
        {shownOf(state).map((item) => (
          <EngineRow key={item.name} item={item} isUsed={state.using === item.name} attempt={attempt} />
        ))}
      </ul>
    </div>
  );
}

/** Those with a story, and the one that fits best of those that didn't fail. */
function shownOf({ engines }: Engines): Engines['engines'] {
  const best = engines.find(({ state }) => state !== 'failed');
  return engines.filter((item) => item === best || item.state !== 'absent');
}

function usingText({ using, graphics, engines }: Engines, t: Translate): string {
  const devices = engines.find(({ name }) => name === using)?.devices?.join(', ');
  if (using !== 'cpu') return t('models.runs-on', { engine: engineNames[using], devices: devices ?? '' });
  const names = graphics?.names.join(', ');
  if (names === undefined) return t('models.runs-on-cpu');
  const lacks = graphics?.lacksVulkan === true && engines.length === 0;
  return t(lacks ? 'models.graphics-lacks-vulkan' : 'models.graphics-idle', { names });
}
