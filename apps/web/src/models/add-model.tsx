import { Button, TextInput } from '@mantine/core';
import type { Machine } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import styles from './add-model.module.css';
import { ModelPreviewCard } from './model-preview-card.tsx';
import shared from './models.module.css';
import { RefusalLine } from './refusal-line.tsx';
import type { ModelLook } from './use-model-look.ts';

interface AddModelProps {
  readonly look: ModelLook;
  readonly machine: Machine | undefined;
}

/** How a model is named: the same in every language. */
const example = 'hf:Qwen/Qwen2.5-1.5B-Instruct-GGUF';

/** Adds any model by its name on Hugging Face or its address: shows first what it is, and whether it has room here. */
export function AddModel({ look, machine }: AddModelProps): React.ReactElement {
  const { t } = useTexts();
  const { text, setText, isLooking, problem, preview, field } = look;
  return (
    <section aria-labelledby="add-model">
      <h2 className={shared.sectionTitle} id="add-model">
        {t('models.add')}
      </h2>
      <p className={shared.sectionText}>{t('models.add-text')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          look.start(text);
        }}
      >
        <TextInput
          ref={field}
          className={styles.field}
          aria-label={t('models.add-source')}
          placeholder={example}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" loading={isLooking} disabled={text.trim() === ''}>
          {t('models.look')}
        </Button>
        {isLooking && (
          <Button variant="default" onClick={look.stop}>
            {t('models.cancel')}
          </Button>
        )}
      </form>
      {isLooking && (
        <p className={shared.quiet} role="status">
          {t('models.looking')}
        </p>
      )}
      {problem !== undefined && <RefusalLine problem={problem} />}
      {preview && <ModelPreviewCard preview={preview} look={look} machine={machine} />}
    </section>
  );
}
