import type { ModelHostState, ModelState } from '@jacquard/protocol';
import { problemText } from '../../api/problem-text.ts';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { engineNames } from '../../models/engine-names.ts';
import { formatBytes } from '../../values/file-line.tsx';
import { formatCount } from '../../values/format-duration.ts';
import { useModelHost } from '../insides-api.ts';
import { LoadedModels } from './loaded-models.tsx';
import styles from './machine.module.css';

/** What the process that runs models does right now. */
export function MachineView({ models }: { readonly models: readonly ModelState[] }): React.ReactElement {
  const { t, language } = useTexts();
  const { data: host, error } = useModelHost();
  return (
    <div className={styles.view}>
      <p className={styles.lead}>{t('insides.machine-text')}</p>
      {error && (
        <p className={styles.problem} role="alert">
          {problemText(error, language).detail}
        </p>
      )}
      {host === undefined && !error && <p className={styles.lead}>{t('shell.loading')}</p>}
      {host === null && (
        <section className={styles.none}>
          <p className={styles.noneTitle}>{t('insides.no-host')}</p>
          <p className={styles.lead}>{t('insides.no-host-text')}</p>
        </section>
      )}
      {host && (
        <>
          <HostFacts host={host} />
          <LoadedModels loaded={host.models} models={models} />
        </>
      )}
    </div>
  );
}

function HostFacts({ host }: { readonly host: ModelHostState }): React.ReactElement {
  const { t, language } = useTexts();
  const speed = (tokens: number): string =>
    tokens < 0.5 ? t('insides.idle') : t('insides.speed', { speed: formatCount(tokens, language) });
  const facts = [
    ['insides.runs-on', engineText(host.engine, t)],
    ['insides.reading', speed(host.reading)],
    ['insides.writing', speed(host.writing)],
    ['insides.process-memory', formatBytes(host.memory, language)],
  ] as const;
  return (
    <>
      <dl className={`${styles.facts} tabular`}>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {host.engine.reason !== undefined && (
        <p className={styles.warning}>{t('insides.engine-reason', { reason: host.engine.reason })}</p>
      )}
    </>
  );
}

function engineText({ kind, device }: ModelHostState['engine'], t: Translate): string {
  if (kind === 'cpu') return t('insides.engine-cpu');
  const engine = engineNames[kind];
  return device === undefined ? engine : t('insides.engine-device', { device, engine });
}
