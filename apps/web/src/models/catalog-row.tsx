import { Button } from '@mantine/core';
import type { ModelState } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import { formatCount } from '../values/format-duration.ts';
import styles from './catalog.module.css';
import { languageNames } from './language-names.ts';
import shared from './models.module.css';
import { RefusalLine } from './refusal-line.tsx';
import { fetchModel } from './use-models.ts';

interface CatalogRowProps {
  readonly model: ModelState;
  readonly onLook: (source: string) => void;
}

/** Languages that are named; of a model that knows more, their number. */
const mostNamed = 3;

/** A model that can be fetched: what it is good for, what it takes, and under which licence. */
export function CatalogRow({ model, onLook }: CatalogRowProps): React.ReactElement {
  const { t, language } = useTexts();
  const [refusal, setRefusal] = useState<unknown>();
  const { id, name, description, repository, licenceNote } = model;
  return (
    <li className={styles.row} aria-label={name}>
      <div className={styles.about}>
        <h5 className={shared.modelName}>{name}</h5>
        <p className={shared.description}>{description[language]}</p>
        <p className={`${styles.facts} tabular`}>{useFacts(model).join(' · ')}</p>
        {licenceNote && <p className={styles.facts}>{licenceNote[language]}</p>}
        {refusal !== undefined && <RefusalLine problem={refusal} />}
      </div>
      <div className={styles.buttons}>
        <Button
          variant="light"
          aria-label={`${t('models.fetch')} · ${name}`}
          onClick={() => void fetchModel(id).then(() => setRefusal(undefined), setRefusal)}
        >
          {t('models.fetch')}
        </Button>
        {repository !== undefined && (
          <Button
            variant="subtle"
            color="gray"
            aria-label={`${t('models.other-sizes')} · ${name}`}
            onClick={() => onLook(`hf:${repository}`)}
          >
            {t('models.other-sizes')}
          </Button>
        )}
      </div>
    </li>
  );
}

function useFacts({
  size,
  isSizeAbout,
  quantisation,
  memoryClass,
  languages,
  contextTokens,
  licence,
}: ModelState): string[] {
  const { t, language } = useTexts();
  const ownFirst = languages.toSorted((a, b) => Number(b === language) - Number(a === language));
  const names = languageNames(ownFirst.slice(0, mostNamed), language);
  const more = languages.length - names.length;
  return [
    `${isSizeAbout === true ? '≈ ' : ''}${formatBytes(size, language)} (${quantisation ?? ''})`,
    memoryClass === undefined ? '' : t('models.memory-class', { memory: formatBytes(memoryClass * 1e9, language) }),
    [...names, ...(more > 0 ? [t('models.more-languages', { count: more })] : [])].join(', '),
    t('models.tokens', { count: formatCount(contextTokens, language) }),
    licence,
  ].filter((fact) => fact !== '');
}
