import { useQuery } from '@tanstack/react-query';
import type { Machine } from '@jacquard/protocol';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import { EngineSection } from './engine-section.tsx';
import styles from './models.module.css';

/** What models have to run on, kept up to date while the page is looked at. */
export function useMachine(): Machine | undefined {
  return useQuery({ queryKey: queryKeys.machine, queryFn: api.machine, refetchInterval: 10_000 }).data;
}

/** The machine in a line. */
export function MachineSection({ machine }: { readonly machine: Machine | undefined }): React.ReactElement | null {
  const { t, language } = useTexts();
  if (!machine) return null;
  const { processor, cores, totalMemory, freeMemory, gpu } = machine;
  const total = formatBytes(totalMemory, language);
  return (
    <section aria-labelledby="this-machine">
      <h2 className={styles.sectionTitle} id="this-machine">
        {t('models.machine')}
      </h2>
      <p className={styles.machine}>
        {t('models.machine-text', { processor, cores, total, free: formatBytes(freeMemory, language) })}
        {gpu && ` ${t('models.machine-gpu', { names: namesOf(gpu.names), total: formatBytes(gpu.total, language) })}`}
      </p>
      <EngineSection />
    </section>
  );
}

/** Each kind of card once: `2 × Card`. */
function namesOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${count} × ${name}`)).join(', ');
}
