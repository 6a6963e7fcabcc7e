import type { TrialTest } from '@jacquard/protocol';
import { Check, X } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './trials.module.css';

interface TestMarkProps {
  readonly test: TrialTest;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** A test as a sign on green or red; its name, and what it said, a click away. */
export function TestMark({ test, isOpen, onToggle }: TestMarkProps): React.ReactElement {
  const { t } = useTexts();
  const { name, passed, isFixed } = test;
  const key = passed ? (isFixed ? 'reasoning.test-fixed' : 'reasoning.test-passed') : 'reasoning.test-failed';
  const words = t(key, { name: name.slice(0, 300) });
  return (
    <li>
      <button
        type="button"
        className={styles.test}
        data-passed={passed}
        data-fixed={isFixed}
        aria-pressed={isOpen}
        aria-label={words}
        title={words}
        onClick={onToggle}
      >
        <span className={styles.sign}>
          {passed ? <Check size={12} strokeWidth={3} /> : <X size={12} strokeWidth={3} />}
        </span>
      </button>
    </li>
  );
}
