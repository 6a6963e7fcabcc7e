import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './models.module.css';

/** Why something didn't work, and what can be done about it. Addresses in it can be followed. */
export function RefusalLine({ problem }: { readonly problem: unknown }): React.ReactElement {
  const { language } = useTexts();
  const { detail, hint } = problemText(problem, language);
  return (
    <p className={styles.problem} role="alert">
      <LinkedText text={hint === undefined ? detail : `${detail} ${hint}`} />
    </p>
  );
}

/** A text whose web addresses are links. */
function LinkedText({ text }: { readonly text: string }): React.ReactElement {
  const parts = text.split(/(https?:\/\/[^\s“”«»]*[^\s“”«».,;:!?)])/);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a key={part} href={part} target="_blank" rel="noreferrer">
            {part}
          </a>
        ),
      )}
    </>
  );
}
