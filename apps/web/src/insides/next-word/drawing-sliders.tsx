import type { DrawingSettings } from '@jacquard/flow';
import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { formatFigure } from '../../values/format-figure.ts';
import { openSettings, useInsides } from '../insides-store.ts';
import styles from './sliders.module.css';

/** The last place of the slider of top k: all tokens. */
const allTokens = 101;

const presets = {
  open: openSettings,
  usual: { temperature: 0.7, topK: 40, topP: 0.95, minP: 0 },
  greedy: { ...openSettings, temperature: 0 },
} as const satisfies Readonly<Record<string, DrawingSettings>>;
const presetNames = ['open', 'usual', 'greedy'] as const;

function set(change: Partial<DrawingSettings>): void {
  useInsides.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
}

/** Temperature and the cuts: each moves the bars at once. In the order in which the engine applies the cuts. */
export function DrawingSliders(): React.ReactElement {
  const { t, language } = useTexts();
  const settings = useInsides((state) => state.settings);
  const { temperature, topK, topP, minP } = settings;
  const figure = (value: number): string => formatFigure(value, language);
  return (
    <fieldset className={styles.sliders}>
      <legend className={styles.title}>{t('insides.settings')}</legend>
      <div className={styles.presets} role="group" aria-label={t('insides.presets')}>
        {presetNames.map((name) => (
          <Button
            key={name}
            variant="default"
            className={styles.preset}
            aria-pressed={isSame(presets[name], settings)}
            onClick={() => set(presets[name])}
          >
            {t(`insides.preset-${name}`)}
          </Button>
        ))}
      </div>
      <Slider
        name={t('insides.temperature')}
        help={t('insides.temperature-help')}
        range={[0, 2, 0.05]}
        value={temperature}
        text={figure(temperature)}
        onChange={(value) => set({ temperature: value })}
      />
      <Slider
        name={t('insides.top-k')}
        help={t('insides.top-k-help')}
        range={[1, allTokens, 1]}
        value={topK === 0 ? allTokens : topK}
        text={topK === 0 ? t('insides.all') : figure(topK)}
        onChange={(value) => set({ topK: value === allTokens ? 0 : value })}
      />
      <Slider
        name={t('insides.top-p')}
        help={t('insides.top-p-help')}
        range={[0, 1, 0.01]}
        value={topP}
        text={topP === 1 ? t('insides.all') : figure(topP)}
        onChange={(value) => set({ topP: value })}
      />
      <Slider
        name={t('insides.min-p')}
        help={t('insides.min-p-help')}
        range={[0, 1, 0.01]}
        value={minP}
        text={minP === 0 ? t('insides.off') : figure(minP)}
        onChange={(value) => set({ minP: value })}
      />
    </fieldset>
  );
}

interface SliderProps {
  readonly name: string;
  readonly help: string;
  /** From, to, step. */
  readonly range: readonly [number, number, number];
  readonly value: number;
  readonly text: string;
  readonly onChange: (value: number) => void;
}

function Slider({ name, help, range: [min, max, step], value, text, onChange }: SliderProps): React.ReactElement {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label className={styles.name} htmlFor={id}>
        {name}
      </label>
      <output className={`${styles.value} tabular`} htmlFor={id}>
        {text}
      </output>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <p className={styles.help} id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}

function isSame(one: DrawingSettings, other: DrawingSettings): boolean {
  return (['temperature', 'topK', 'topP', 'minP'] as const).every((name) => one[name] === other[name]);
}
