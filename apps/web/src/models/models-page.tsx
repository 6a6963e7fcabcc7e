import type { Machine } from '@jacquard/protocol';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { PageMessage } from '../shell/page-message.tsx';
import { AddModel } from './add-model.tsx';
import { CatalogSection } from './catalog-section.tsx';
import { isHere } from './group-models.ts';
import { LanguageModels } from './language-models.tsx';
import { MachineSection, useMachine } from './machine-section.tsx';
import { ModelRow } from './model-row.tsx';
import frame from '../shell/page-frame.module.css';
import styles from './models.module.css';
import { OtherModels } from './other-models.tsx';
import { SecretsSection } from './secrets-section.tsx';
import { useModelLook } from './use-model-look.ts';
import { useModels } from './use-models.ts';

/** The local models, where others come from, and the secrets that they need. */
export function ModelsPage(): React.ReactElement {
  const { t } = useTexts();
  const machine = useMachine();
  return (
    <div className={frame.page}>
      <header className={`${frame.header} ${styles.header}`}>
        <h1 className={frame.title}>{t('shell.models')}</h1>
      </header>
      <main className={frame.body}>
        <div className={styles.content}>
          <MachineSection machine={machine} />
          <LocalModels machine={machine} />
          <MoreModels machine={machine} />
          <LanguageModels />
          <OtherModels />
          <SecretsSection />
        </div>
      </main>
    </div>
  );
}

function LocalModels({ machine }: { readonly machine: Machine | undefined }): React.ReactElement {
  const { t, language } = useTexts();
  const { data, error, refetch } = useModels();
  return (
    <section aria-labelledby="local-models">
      <h2 className={styles.sectionTitle} id="local-models">
        {t('models.local')}
      </h2>
      <p className={styles.sectionText}>{t('models.local-text')}</p>
      {error && data && <p role="alert">{problemText(error, language).detail}</p>}
      {error && !data && <PageMessage problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <p className={styles.quiet}>{t('shell.loading')}</p>}
      <ul className={styles.models}>
        {data?.models.filter(isHere).map((model) => (
          <ModelRow key={model.id} model={model} models={data.models} machine={machine} />
        ))}
      </ul>
      <p className={styles.sectionText}>{t('models.own-files')}</p>
    </section>
  );
}

/** Models that can be fetched: of the catalog, or from anywhere. */
function MoreModels({ machine }: { readonly machine: Machine | undefined }): React.ReactElement {
  const { data } = useModels();
  const look = useModelLook();
  const absent = (data?.models ?? []).filter((model) => !isHere(model));
  const lookAt = (source: string): void => {
    look.start(source);
    look.field.current?.focus();
  };
  return (
    <>
      <AddModel look={look} machine={machine} />
      {machine && absent.length > 0 && <CatalogSection models={absent} machine={machine} onLook={lookAt} />}
    </>
  );
}
