import type { CanvasNode } from '@jacquard/canvas';
import { useTexts } from '../i18n/i18n.ts';
import styles from './composed-preview.module.css';
import { previewText } from './preview-text.ts';

/** The text that a node will put together, while its fields are filled in. */
export function ComposedPreview({ canvasNode }: { readonly canvasNode: CanvasNode }): React.ReactElement | null {
  const { t, language } = useTexts();
  const { descriptor, node, ports } = canvasNode;
  if (!descriptor?.composes) return null;
  const label = descriptor.outputs[descriptor.composes.output]?.label[language] ?? '';
  const text = previewText(descriptor.composes, node, ports.inputs, language);
  const id = `preview-${canvasNode.id}`;
  return (
    <section className={styles.preview} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {t('reasoning.preview', { label })}
      </h3>
      {text === '' ? <p className={styles.empty}>{t('reasoning.preview-empty')}</p> : <PreviewText text={text} />}
    </section>
  );
}

function PreviewText({ text }: { readonly text: string }): React.ReactElement {
  return (
    <p className={styles.text} dir="auto" tabIndex={0}>
      {text}
    </p>
  );
}
