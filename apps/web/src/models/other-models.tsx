import type { ModelsElsewhere } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import styles from './models.module.css';

/** Models that run elsewhere: who is set up, what is sent to whom, and how one is used: by a node. */
export function OtherModels(): React.ReactElement {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const titleOf = (type: string): string => descriptors.get(type)?.title[language] ?? type;
  const { data, error } = useQuery({ queryKey: queryKeys.modelsElsewhere, queryFn: api.modelsElsewhere });
  return (
    <section aria-labelledby="other-models">
      <h2 className={styles.sectionTitle} id="other-models">
        {t('models.other')}
      </h2>
      {error && <p role="alert">{problemText(error, language).detail}</p>}
      {data && <Elsewhere elsewhere={data} />}
      <p className={styles.sectionText}>
        {t('models.other-text', { node: titleOf('models.openai-compatible'), provider: titleOf('models.openai') })}
      </p>
      <p className={styles.sectionText}>{t('models.other-hosts')}</p>
    </section>
  );
}

function Elsewhere({ elsewhere }: { readonly elsewhere: ModelsElsewhere }): React.ReactElement {
  const { t, language } = useTexts();
  const { providers, addresses } = elsewhere;
  const list = (names: readonly string[]): string => new Intl.ListFormat(language).format(names);
  if (providers.length === 0 && addresses.length === 0)
    return <p className={styles.sectionText}>{t('models.none-elsewhere')}</p>;
  return (
    <>
      {providers.length > 0 && (
        <ul className={styles.elsewhere} aria-label={t('models.configured')}>
          {providers.map(({ id, origin, isHere, models = [] }) => (
            <li key={id}>
              <h3 className={styles.modelName}>{t(id === 'openai' ? 'models.openai' : 'models.ollama')}</h3>
              <p>{t(isHere ? 'models.sends-here' : 'models.sends', { origin })}</p>
              {models.length > 0 && <p>{t('models.holds', { models: list(models) })}</p>}
            </li>
          ))}
        </ul>
      )}
      {addresses.length > 0 && (
        <>
          <h3 className={styles.modelName}>{t('models.addresses')}</h3>
          <ul className={styles.hints}>
            {addresses.map(({ origin, flows }) => (
              <li key={origin}>{t('models.address-flows', { origin, flows: list(flows.map(({ name }) => name)) })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
