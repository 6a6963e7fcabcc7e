import type { ModelState } from '@jacquard/protocol';
import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { useModels } from '../models/use-models.ts';
import frame from '../shell/page-frame.module.css';
import { PageMessage } from '../shell/page-message.tsx';
import { Tabs } from '../shell/tabs.tsx';
import { PageLink } from '../knowledge/page-link.tsx';
import { navigate } from '../state/route.ts';
import { insidesPath, insidesViews, type InsidesView } from './insides-path.ts';
import styles from './insides.module.css';
import { beginText } from './insides-store.ts';
import { MachineView } from './machine/machine-view.tsx';
import { NextWordView } from './next-word/next-word-view.tsx';
import { TokensView } from './tokens/tokens-view.tsx';

interface InsidesPageProps {
  /** Of the model that is looked into, or `default`. */
  readonly id: string;
  readonly view: InsidesView;
}

/** The insides of a local model: what it holds likely next, its tokens, and the machine that runs it. */
export function InsidesPage({ id, view }: InsidesPageProps): React.ReactElement {
  const { t } = useTexts();
  const { data, error, refetch } = useModels();
  const installed = (data?.models ?? []).filter(({ state, kind }) => state === 'installed' && kind !== 'reranking');
  // Only those that write have a next word.
  const fitting = view === 'next' ? installed.filter(({ kind }) => kind === 'chat') : installed;
  const wanted = id === 'default' ? data?.defaultModel : id;
  const model = fitting.find((one) => one.id === wanted) ?? fitting.find(({ isDefault }) => isDefault) ?? fitting[0];
  return (
    <div className={frame.page}>
      <header className={`${frame.header} ${styles.header}`}>
        <Tooltip label={t('insides.back')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t('insides.back')}
            onClick={() => navigate('/models')}
          >
            <ArrowLeft size={16} />
          </ActionIcon>
        </Tooltip>
        <h1 className={frame.title}>{t('insides.title')}</h1>
        {view !== 'machine' && model && <ModelChoice model={model} models={fitting} view={view} />}
      </header>
      <main className={styles.main}>
        <div className={styles.tabs}>
          <Tabs
            label={t('insides.views')}
            items={insidesViews.map((name) => ({ name, label: t(`insides.${name}`) }))}
            value={view}
            onChange={(name) => navigate(insidesPath(id, name))}
          />
        </div>
        <div className={frame.body}>
          <div className={styles.content}>
            {error && !data && <PageMessage problem={error} onRetry={() => void refetch()} />}
            {!error && !data && <p className={styles.quiet}>{t('shell.loading')}</p>}
            {data && model && model.id !== wanted && <p className={styles.quiet}>{t('insides.unknown', { id })}</p>}
            {data && <View view={view} model={model} installed={installed} />}
          </div>
        </div>
      </main>
    </div>
  );
}

interface ViewProps {
  readonly view: InsidesView;
  readonly model: ModelState | undefined;
  readonly installed: readonly ModelState[];
}

function View({ view, model, installed }: ViewProps): React.ReactElement {
  const { t } = useTexts();
  if (view === 'machine') return <MachineView models={installed} />;
  if (!model) {
    return (
      <p className={styles.quiet}>
        {t('insides.no-model')} <PageLink path="/models">{t('insides.to-models')}</PageLink>
      </p>
    );
  }
  return view === 'next' ? (
    <NextWordView key={model.id} model={model} />
  ) : (
    <TokensView model={model} models={installed} />
  );
}

interface ModelChoiceProps {
  readonly model: ModelState;
  readonly models: readonly ModelState[];
  readonly view: InsidesView;
}

function ModelChoice({ model, models, view }: ModelChoiceProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <Select
      className={styles.choice}
      aria-label={t('insides.model')}
      data={models.map(({ id, name }) => ({ value: id, label: name }))}
      value={model.id}
      onChange={(next) => {
        if (next === null || next === model.id) return;
        beginText({}); // tokens of one model are no other's
        navigate(insidesPath(next, view));
      }}
    />
  );
}
