import type { ModelHostState, ModelState } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { formatBytes } from '../../values/file-line.tsx';
import styles from './machine.module.css';

interface LoadedModelsProps {
  readonly loaded: ModelHostState['models'];
  readonly models: readonly ModelState[];
}

/** The models that are in memory: how each runs, and what it has to do. */
export function LoadedModels({ loaded, models }: LoadedModelsProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <section aria-labelledby="insides-loaded">
      <h2 className={styles.title} id="insides-loaded">
        {t('insides.loaded')}
      </h2>
      {loaded.length === 0 && <p className={styles.lead}>{t('insides.loaded-none')}</p>}
      <ul className={styles.models}>
        {loaded.map((model, index) => (
          <LoadedModel
            key={model.id ?? index}
            model={model}
            name={models.find(({ id }) => id === model.id)?.name ?? t('insides.gone-model')}
          />
        ))}
      </ul>
    </section>
  );
}

function LoadedModel({
  model,
  name,
}: {
  readonly model: ModelHostState['models'][number];
  readonly name: string;
}): React.ReactElement {
  const { t, language } = useTexts();
  const { lanes, threads, width } = model.plan;
  const plan = [
    t('insides.side-by-side', { count: lanes }),
    t('insides.threads', { count: threads }),
    t('insides.together', { count: width }),
  ].join(', ');
  return (
    <li className={styles.model} aria-label={name}>
      <div className={styles.modelHead}>
        <h3 className={styles.modelName}>{name}</h3>
        <span className="tabular">{t('insides.model-memory', { memory: formatBytes(model.memory, language) })}</span>
      </div>
      <p className={styles.line}>
        {plan} · {t(model.isMeasured ? 'insides.measured' : 'insides.not-measured')}
      </p>
      <p className={styles.work} data-busy={model.busy > 0}>
        {t('insides.busy', { count: model.busy })} · {t('insides.waiting', { count: model.waiting })}
      </p>
    </li>
  );
}
