import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import type { GuideId } from './guide-id.ts';
import styles from './guides.module.css';
import { useModelInUse } from './use-model-in-use.ts';

/** Says plainly what can't be expected of the model in use: that it is very small, or doesn't know the reader's language. */
export function ModelWeakness({ id }: { readonly id: GuideId }): React.ReactElement | null {
  const { t, language } = useTexts();
  const model = useModelInUse();
  const usesModel = useEditor(
    ({ derived }) => derived?.canvas.nodes.some(({ node }) => node.type === 'models.chat-model') === true,
  );
  const isForeign = model.languages.length > 0 && !model.languages.includes(language);
  if (!usesModel || !model.isStarter || (id === 'ask-my-documents' && isForeign)) return null;
  const text = isForeign ? 'guides.starter-french' : 'guides.starter-weak';
  return <p className={styles.weakness}>{t(text, { model: model.name })}</p>;
}
