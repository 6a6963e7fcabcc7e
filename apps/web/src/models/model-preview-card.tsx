import { Button, Select } from '@mantine/core';
import { Problem } from '@jacquard/flow';
import type { Machine, ModelPreview } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import { formatCount } from '../values/format-duration.ts';
import styles from './add-model.module.css';
import { FactList } from './fact-list.tsx';
import { languageNames } from './language-names.ts';
import shared from './models.module.css';
import { PreviewFit } from './preview-fit.tsx';
import { RefusalLine } from './refusal-line.tsx';
import type { ModelLook } from './use-model-look.ts';

interface ModelPreviewCardProps {
  readonly preview: ModelPreview;
  readonly look: ModelLook;
  readonly machine: Machine | undefined;
}

/** What a model says of itself before it is fetched, in which sizes it is offered, and whether it has room here. */
export function ModelPreviewCard({ preview, look, machine }: ModelPreviewCardProps): React.ReactElement {
  const { t, language } = useTexts();
  const { name, kind, hasChatTemplate, hasChecksum, choices, source, refusal, existing } = preview;
  const sizes = choices.map((choice) => ({
    value: choice.source,
    label: `${choice.quantisation} · ${formatBytes(choice.size, language)}`,
  }));
  return (
    <div className={styles.card} role="group" aria-label={name}>
      <h3 className={shared.modelName}>{name}</h3>
      <PreviewFacts preview={preview} />
      <PreviewFit preview={preview} machine={machine} />
      {kind === 'chat' && !hasChatTemplate && <p className={shared.description}>{t('models.without-template')}</p>}
      {!hasChecksum && <p className={shared.description}>{t('models.without-checksum')}</p>}
      {sizes.length > 1 && (
        <Select
          className={styles.choice}
          label={t('models.choose-size')}
          data={sizes}
          value={source}
          allowDeselect={false}
          onChange={(next) => next !== null && next !== source && look.start(next)}
        />
      )}
      {refusal && <RefusalLine problem={new Problem(refusal.code, refusal.params)} />}
      {existing !== undefined && <p className={shared.description}>{t('models.existing')}</p>}
      <div className={styles.buttons}>
        <Button loading={look.isAdding} disabled={refusal !== undefined || look.isLooking} onClick={look.add}>
          {t('models.fetch')}
        </Button>
        <Button variant="default" onClick={look.stop}>
          {t('models.cancel')}
        </Button>
      </div>
    </div>
  );
}

function PreviewFacts({ preview }: { readonly preview: ModelPreview }): React.ReactElement {
  const { t, language } = useTexts();
  const kinds = {
    chat: t('models.kind-chat'),
    embeddings: t('models.kind-embeddings'),
    reranking: t('models.kind-reranking'),
  };
  const {
    source,
    kind,
    size,
    parts,
    memory,
    parameters = '',
    quantisation = '',
    contextTokens,
    licence = '',
  } = preview;
  const bytes = formatBytes(size, language);
  const facts: readonly (readonly [string, string])[] = [
    [t('models.from'), source],
    [t('models.made-for'), kind ? kinds[kind] : ''],
    [t('models.size'), parts > 1 ? t('models.size-parts', { size: bytes, count: parts }) : bytes],
    [t('models.memory'), typeof memory === 'number' ? formatBytes(memory, language) : ''],
    [t('models.parameters'), parameters],
    [t('models.quantisation'), quantisation],
    [t('models.architecture'), preview.architecture],
    [
      t('models.context'),
      contextTokens === undefined ? '' : t('models.tokens', { count: formatCount(contextTokens, language) }),
    ],
    [t('models.languages'), languageNames(preview.languages, language).join(', ')],
    [t('models.licence'), licence],
  ];
  return <FactList facts={facts} />;
}
