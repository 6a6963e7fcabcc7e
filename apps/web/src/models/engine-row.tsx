import { Button, Progress } from '@mantine/core';
import type { Language } from '@jacquard/flow';
import type { EngineItem } from '@jacquard/protocol';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import { engineApi } from './engine-api.ts';
import { engineNames } from './engine-names.ts';
import styles from './engine.module.css';

interface EngineRowProps {
  readonly item: EngineItem;
  readonly isUsed: boolean;
  readonly attempt: (work: Promise<unknown>) => void;
}

/** An engine: how far it is, how it did when it was tried, and what can be done with it. */
export function EngineRow({ item, isUsed, attempt }: EngineRowProps): React.ReactElement {
  const { t, language } = useTexts();
  const { state, size, done = 0, error } = item;
  const engine = engineNames[item.name];
  return (
    <li className={styles.engine}>
      <p className={styles.line} data-state={state} role={state === 'trying' ? 'status' : undefined}>
        {error ? problemSentence(error, language) : storyOf(item, t, language)}
      </p>
      {state === 'fetching' && (
        <Progress
          className={styles.progress}
          value={Math.min(99, (100 * done) / Math.max(1, size))}
          aria-label={t('models.progress-of', { name: engine })}
        />
      )}
      <div className={styles.buttons}>
        <EngineButtons item={item} isUsed={isUsed} attempt={attempt} />
      </div>
    </li>
  );
}

function EngineButtons({ item: { name, state, size }, isUsed, attempt }: EngineRowProps): React.ReactElement {
  const { t } = useTexts();
  const engine = engineNames[name];
  if (state === 'fetching' || state === 'trying') {
    return (
      <Button
        variant="default"
        aria-label={t('models.cancel-named', { name: engine })}
        onClick={() => attempt(engineApi.cancel())}
      >
        {t('models.cancel')}
      </Button>
    );
  }
  return (
    <>
      {state !== 'ready' && (
        <Button variant={state === 'failed' ? 'default' : 'light'} onClick={() => attempt(engineApi.install(name))}>
          {state === 'failed' ? t('models.retry') : t('models.engine-fetch')}
        </Button>
      )}
      {state === 'ready' && (
        <Button variant={isUsed ? 'default' : 'light'} onClick={() => attempt(engineApi.use(isUsed ? 'cpu' : name))}>
          {isUsed ? t('models.engine-back') : t('models.engine-use', { engine })}
        </Button>
      )}
      {state !== 'absent' && size > 0 && (
        <Button variant="default" onClick={() => attempt(engineApi.remove(name))}>
          {t('models.engine-remove', { engine })}
        </Button>
      )}
    </>
  );
}

function storyOf({ name, state, size, done = 0, speed }: EngineItem, t: Translate, language: Language): string {
  const engine = engineNames[name];
  const total = formatBytes(size, language);
  if (state === 'fetching') return t('models.engine-fetching', { engine, done: formatBytes(done, language), total });
  if (state === 'trying') return t('models.engine-trying', { engine });
  if (state === 'absent')
    return size > 0 ? t('models.engine-offer', { engine, total }) : t('models.engine-here', { engine });
  const digits = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  if (!speed) return t('models.engine-works', { engine });
  const [graphics, processor] = [digits.format(speed.graphics), digits.format(speed.processor)];
  return t('models.engine-speed', { engine, graphics, processor });
}
