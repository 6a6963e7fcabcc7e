import { TextInput } from '@mantine/core';
import type { Machine, ModelState } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { CatalogRow } from './catalog-row.tsx';
import styles from './catalog.module.css';
import { groupModels, matchesWords, type ModelGroup } from './group-models.ts';
import { languageNames } from './language-names.ts';
import shared from './models.module.css';

interface CatalogSectionProps {
  /** Those that aren't here. */
  readonly models: readonly ModelState[];
  readonly machine: Machine;
  /** Looks at a model's repository, for another quantisation. */
  readonly onLook: (source: string) => void;
}

/** The models that can be fetched: by purpose, and by what this machine has room for. */
export function CatalogSection({ models, machine, onLook }: CatalogSectionProps): React.ReactElement {
  const { t, language } = useTexts();
  const [typed, setTyped] = useState('');
  const textsOf = (model: ModelState): string[] => [
    model.name,
    model.id,
    model.description[language],
    model.licence,
    model.parameters,
    ...languageNames(model.languages, language),
  ];
  const found = models.filter((model) => matchesWords(textsOf(model), typed));
  return (
    <section aria-labelledby="catalog">
      <h2 className={shared.sectionTitle} id="catalog">
        {t('models.catalog')}
      </h2>
      <p className={shared.sectionText}>{t('models.catalog-text')}</p>
      <TextInput
        className={styles.search}
        type="search"
        aria-label={t('models.search')}
        placeholder={t('models.search-hint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <p className={shared.quiet} role="status">
          {t('models.search-none')}
        </p>
      )}
      {groupModels(found, machine).map((group) => (
        <KindGroup key={group.kind} group={group} onLook={onLook} />
      ))}
    </section>
  );
}

function KindGroup({
  group,
  onLook,
}: {
  readonly group: ModelGroup;
  readonly onLook: CatalogSectionProps['onLook'];
}): React.ReactElement {
  const { t } = useTexts();
  const kinds = {
    chat: t('models.kind-chat'),
    embeddings: t('models.kind-embeddings'),
    reranking: t('models.kind-reranking'),
  };
  const fits = { well: t('models.fit-well'), tight: t('models.fit-tight'), 'too-large': t('models.fit-too-large') };
  return (
    <div className={styles.kind}>
      <h3 className={styles.kindTitle}>{kinds[group.kind]}</h3>
      {group.fits.map(({ fit, models }) => (
        <div key={fit}>
          <h4 className={styles.fit} data-fit={fit}>
            {fits[fit]}
          </h4>
          <ul className={styles.rows}>
            {models.map((model) => (
              <CatalogRow key={model.id} model={model} onLook={onLook} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
