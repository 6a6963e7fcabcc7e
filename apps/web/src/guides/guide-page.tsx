import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { navigate } from '../state/route.ts';
import { guidePath, type GuideId } from './guide-id.ts';
import { guideNames } from './guide-names.ts';
import { guideParts } from './guide-parts.ts';
import { useGuides } from './guide-store.ts';
import frame from '../shell/page-frame.module.css';
import styles from './guides.module.css';
import { missingOf, type Missing } from './missing-of.ts';
import { TryPart } from './try-part.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';

interface GuidePageProps {
  readonly id: GuideId;
  /** 1 to 3. */
  readonly part: number;
}

/** A guide: two questions, then the flow that they make, tried. Each part has an address, so the browser's Back goes back. */
export function GuidePage({ id, part }: GuidePageProps): React.ReactElement {
  const { t } = useTexts();
  const answers = useGuides((state) => state.answers);
  const need = (['have', 'want'] as const).slice(0, part - 1).findIndex((name) => missingOf(id, name, answers));
  // Someone who comes by an address begins where something is missing.
  const at = need < 0 ? part : need + 1;
  useEffect(() => {
    if (at !== part) navigate(guidePath(id, at), { replace: true });
  }, [id, at, part]);
  return (
    <div className={frame.page}>
      <header className={`${frame.header} ${styles.header}`}>
        <h1 className={frame.title}>{t(guideNames[id].name)}</h1>
        <Progress at={at} />
        <Button variant="subtle" color="gray" leftSection={<X size={14} />} onClick={() => navigate('/flows')}>
          {t('guides.leave')}
        </Button>
      </header>
      <main className={styles.body}>
        {at === 3 ? <TryPart key={id} id={id} /> : <Question key={`${id} ${at}`} id={id} at={at} />}
      </main>
    </div>
  );
}

/** Where one is, of three. */
function Progress({ at }: { readonly at: number }): React.ReactElement {
  const { t } = useTexts();
  return (
    <ol className={styles.progress} aria-label={t('guides.progress', { at })}>
      {[t('guides.have'), t('guides.want'), t('guides.try')].map((name, index) => (
        <li key={name} aria-current={index + 1 === at ? 'step' : undefined} data-done={index + 1 < at}>
          <span className={styles.number}>{index + 1}</span>
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}

function Question({ id, at }: { readonly id: GuideId; readonly at: number }): React.ReactElement {
  const { t } = useTexts();
  const name = at === 1 ? 'have' : 'want';
  const { title, text, Fields } = guideParts[id][name];
  const missing = missingOf(
    id,
    name,
    useGuides(({ answers }) => answers),
  );
  const [isAsking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const heading = useHeadingFocus();
  const goOn = (): void => {
    setAsking(true);
    if (missing) focusField(form.current, missing);
    else navigate(guidePath(id, at + 1));
  };
  return (
    <form
      ref={form}
      className={styles.part}
      aria-labelledby="guide-question"
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <h2 ref={heading} className={styles.question} id="guide-question" tabIndex={-1}>
        {t(title)}
      </h2>
      <p className={styles.text}>{t(text, { gap: '{{text}}' })}</p>
      <Fields />
      <p className={styles.problem} role="alert">
        {isAsking && missing ? t(missing.text) : ''}
      </p>
      <div className={styles.foot}>
        <Button
          variant="default"
          leftSection={<ArrowLeft size={14} />}
          onClick={() => navigate(at === 1 ? '/flows' : guidePath(id, at - 1))}
        >
          {t('guides.back')}
        </Button>
        <Button type="submit" rightSection={<ArrowRight size={14} />}>
          {at === 2 ? t('guides.try') : t('guides.next')}
        </Button>
      </div>
    </form>
  );
}

function focusField(form: HTMLFormElement | null, { field }: Missing): void {
  const fields = [...(form?.querySelectorAll<HTMLInputElement>(`[name="${field}"]`) ?? [])];
  (fields.find(({ value }) => value.trim() === '') ?? fields[0])?.focus();
}
