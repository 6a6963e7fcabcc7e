import { Textarea } from '@mantine/core';
import type { ModelState } from '@jacquard/protocol';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { FormChoice } from '../form-choice.tsx';
import { beginText, formFor, useInsides } from '../insides-store.ts';
import { DrawControls } from './draw-controls.tsx';
import { DrawingSliders } from './drawing-sliders.tsx';
import { KeptLine } from './kept-line.tsx';
import styles from './next-word.module.css';
import { ReadText } from './read-text.tsx';
import { TokenBars } from './token-bars.tsx';
import { useDrawing } from './use-drawing.ts';
import { usePlace, useStartText } from './use-place.ts';

/** What may come after a text: the chances of tokens, how settings change them, and where each of them leads. */
export function NextWordView({ model }: { readonly model: ModelState }): React.ReactElement {
  const { t } = useTexts();
  const { place, cut, isOld, problem } = usePlace(model);
  const text = useStartText();
  const drawing = useDrawing(model);
  return (
    <div className={styles.view}>
      <div className={styles.main}>
        <StartText model={model} />
        {text === '' ? (
          <p className={styles.quiet}>{t('insides.text-empty')}</p>
        ) : (
          <ReadText model={model} text={text} place={place} />
        )}
        <section aria-labelledby="insides-next">
          <h2 className={styles.title} id="insides-next">
            {t('insides.next-question')}
          </h2>
          {problem !== undefined && <ProblemLine problem={problem} />}
          {!place && text !== '' && problem === undefined && (
            <p className={styles.quiet} role="status">
              {t('insides.loading')}
            </p>
          )}
          {place && cut && problem === undefined && (
            <>
              <KeptLine ranked={place.ranked} cut={cut} />
              <TokenBars named={place.named} ranked={place.ranked} cut={cut} isOld={isOld} />
            </>
          )}
          <p className={styles.help}>{t('insides.next-text')}</p>
        </section>
      </div>
      <div className={styles.side}>
        <DrawingSliders />
        <DrawControls drawing={drawing} isDisabled={isOld || !place} />
      </div>
    </div>
  );
}

function StartText({ model }: { readonly model: ModelState }): React.ReactElement {
  const { t } = useTexts();
  const text = useStartText();
  const form = useInsides((state) => formFor(model, state.form));
  return (
    <div>
      <div className={styles.textHead}>
        <label className={styles.title} htmlFor="insides-text">
          {t('insides.text')}
        </label>
        <FormChoice
          value={form}
          onChange={(next) => beginText({ form: next })}
          isTextOnly={formFor(model, 'message') === 'text'}
        />
      </div>
      <Textarea
        id="insides-text"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={20_000}
        description={t(`insides.form-${form}-help`)}
        inputWrapperOrder={['input', 'description']}
        value={text}
        onChange={(event) => beginText({ text: event.currentTarget.value })}
      />
    </div>
  );
}

function ProblemLine({ problem }: { readonly problem: unknown }): React.ReactElement {
  const { language } = useTexts();
  const { title, detail, hint } = problemText(problem, language);
  return (
    <p className={styles.problem} role="alert">
      {[title, [detail, hint].filter(Boolean).join(' ')].join(' · ')}
    </p>
  );
}
