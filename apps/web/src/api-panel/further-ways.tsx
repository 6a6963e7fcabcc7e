import { answerSchema, callSchema } from '@jacquard/flow';
import { addressOf, clientUse, type CallSubject } from '@jacquard/protocol/snippets';
import { useTexts } from '../i18n/i18n.ts';
import { LazyDetails } from '../values/lazy-details.tsx';
import panel from './api-panel.module.css';
import { CodeBlock } from './code-block.tsx';
import { ExportedCode } from './exported-code.tsx';
import styles from './interface.module.css';

interface FurtherWaysProps {
  readonly subject: CallSubject;
  readonly isProject: boolean;
}

/** What a program is built with: a typed client, the schemas, the flow as a program of its own, and the reference of the whole API. */
export function FurtherWays({ subject, isProject }: FurtherWaysProps): React.ReactElement {
  const { t } = useTexts();
  const address = addressOf(subject);
  return (
    <section aria-label={t('api.further')}>
      <LazyDetails summary={t('api.client')} className={styles.details}>
        {() => (
          <>
            <p className={panel.note}>{t('api.client-hint')}</p>
            <p>
              <a className={panel.link} href={`/api/v1/client.ts?flow=${encodeURIComponent(address)}`} download>
                {t('api.download-client')}
              </a>
            </p>
            <CodeBlock text={clientUse(subject)} label={t('api.client')} />
            {isProject && <p className={panel.note}>{t('api.client-command')}</p>}
          </>
        )}
      </LazyDetails>
      <LazyDetails summary={t('api.schemas')} className={styles.details}>
        {() => (
          <>
            <h4 className={panel.subtitle}>{t('api.call-schema')}</h4>
            <CodeBlock text={JSON.stringify(callSchema(subject.interface), null, 2)} label={t('api.call-schema')} />
            <h4 className={panel.subtitle}>{t('api.answer-schema')}</h4>
            <CodeBlock text={JSON.stringify(answerSchema(subject.interface), null, 2)} label={t('api.answer-schema')} />
          </>
        )}
      </LazyDetails>
      <LazyDetails summary={t('api.code')} className={styles.details}>
        {() => <ExportedCode subject={subject} />}
      </LazyDetails>
      <p>
        <a className={panel.link} href="/api/reference" target="_blank" rel="noreferrer">
          {t('api.reference')}
        </a>
      </p>
    </section>
  );
}
