import { ActionIcon, Button, Radio, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import type { Category } from '../flows/sorting-node.ts';
import { useAnswers } from '../guide-store.ts';
import styles from '../guides.module.css';
import { useModelInUse } from '../use-model-in-use.ts';

const mostCategories = 12;

/** The categories, and what decides between them. */
export function SortWant(): React.ReactElement {
  const { t } = useTexts();
  const [{ categories, by }, change] = useAnswers('sort-my-tickets');
  const model = useModelInUse();
  const put = (at: number, part: Partial<Category>): void =>
    change({ categories: categories.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const byModel = model.isStarter ? 'guides.sort-by-model-text' : 'guides.sort-by-model-large';
  return (
    <>
      <ul className={styles.rows}>
        {categories.map(({ name, words }, at) => (
          <CategoryRow
            key={at}
            category={{ name, words }}
            number={at + 1}
            onChange={(part) => put(at, part)}
            onRemove={
              categories.length > 2
                ? () => change({ categories: categories.filter((_one, index) => index !== at) })
                : undefined
            }
          />
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          disabled={categories.length >= mostCategories}
          onClick={() => change({ categories: [...categories, { name: '', words: '' }] })}
        >
          {t('guides.sort-add')}
        </Button>
      </div>
      <Radio.Group
        label={t('guides.sort-by')}
        value={by}
        onChange={(value) => change({ by: value === 'model' ? 'model' : 'likeness' })}
      >
        <div className={styles.choices}>
          <Radio
            value="likeness"
            label={t('guides.sort-by-likeness')}
            description={t('guides.sort-by-likeness-text')}
          />
          <Radio value="model" label={t('guides.sort-by-model')} description={t(byModel, { model: model.name })} />
        </div>
      </Radio.Group>
    </>
  );
}

interface CategoryRowProps {
  readonly category: Category;
  readonly number: number;
  readonly onChange: (part: Partial<Category>) => void;
  /** Absent while there must be no fewer. */
  readonly onRemove: (() => void) | undefined;
}

function CategoryRow({ category, number, onChange, onRemove }: CategoryRowProps): React.ReactElement {
  const { t } = useTexts();
  const { name, words } = category;
  const label = t('guides.sort-category', { number });
  return (
    <li className={styles.pair}>
      <TextInput
        name="category"
        aria-label={label}
        placeholder={label}
        maxLength={80}
        value={name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        aria-label={t('guides.sort-words', { number })}
        placeholder={t('guides.sort-words-hint')}
        maxLength={500}
        value={words}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        disabled={!onRemove}
        aria-label={t('guides.remove', { name: name || label })}
        onClick={onRemove}
      >
        <X size={14} />
      </ActionIcon>
    </li>
  );
}
