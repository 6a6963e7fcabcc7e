import { ExternalLink } from 'lucide-react';
import { memo } from 'react';
import ReactMarkdown, { type Components, type Options } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { useTexts } from '../i18n/i18n.ts';
import styles from './markdown-text.module.css';

/**
 * A link tells where it leads: a model may have written another address into its words. Opened apart from this page, which
 * it learns nothing of.
 */
function ShownLink({ href, children }: { readonly href?: string | undefined; readonly children?: React.ReactNode }) {
  const host = hostOf(href);
  // What leads elsewhere in the same text, as to a footnote, would leave the page's own address.
  if (href === undefined || href === '' || href.startsWith('#')) return <>{children}</>;
  return (
    <a href={href} title={href} target="_blank" rel="noreferrer noopener nofollow">
      {children}
      {host !== undefined && !wordsOf(children).includes(host) && <span className={styles.host}> ({host})</span>}
    </a>
  );
}

/** An image of another machine is never fetched here: fetching it tells that machine something. It opens apart, on a click. */
function RemoteImage({ src, alt }: { readonly src?: string | Blob | undefined; readonly alt?: string | undefined }) {
  const { t } = useTexts();
  const address = typeof src === 'string' ? src : '';
  const host = hostOf(address);
  if (host === undefined) return <span className={styles.host}>{alt}</span>;
  return (
    <a className={styles.image} href={address} title={address} target="_blank" rel="noreferrer noopener nofollow">
      <ExternalLink size={13} aria-hidden />
      {t('faces.open-image', { name: alt === undefined || alt === '' ? t('faces.image') : alt })}
      <span className={styles.host}>({host})</span>
    </a>
  );
}

/** A wide table scrolls by itself, also by keyboard. */
function ScrolledTable({ children }: { readonly children?: React.ReactNode }) {
  const { t } = useTexts();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard
    <div className={styles.tableBox} tabIndex={0} role="region" aria-label={t('faces.table')}>
      <table>{children}</table>
    </div>
  );
}

/** The box of a list of tasks: nothing to be clicked. */
function TaskBox({ isDone }: { readonly isDone: boolean }) {
  const { t } = useTexts();
  return (
    <span role="img" aria-label={isDone ? t('faces.task-done') : t('faces.task-open')}>
      {isDone ? '☑' : '☐'}
    </span>
  );
}

function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? host : undefined;
}

function wordsOf(children: React.ReactNode): string {
  if (typeof children === 'string') return children;
  return Array.isArray(children) ? children.map((child) => wordsOf(child)).join('') : '';
}

const components: Components = {
  img: ({ src, alt }) => <RemoteImage src={src} alt={alt} />,
  a: ({ href, children }) => <ShownLink href={href}>{children}</ShownLink>,
  table: ({ children }) => <ScrolledTable>{children}</ScrolledTable>,
  input: ({ checked }) => <TaskBox isDone={checked === true} />,
};

/** Without anything that takes a click, for places that are clicked themselves. */
const inert: Components = {
  img: ({ alt }) => <em>{alt}</em>,
  a: ({ children }) => <u>{children}</u>,
  input: ({ checked }) => <TaskBox isDone={checked === true} />,
};

/** Tables, tasks and struck words as GitHub writes them; one `~` is left alone, since “about” is written so. */
const remarkPlugins: Options['remarkPlugins'] = [[remarkGfm, { singleTilde: false }]];

interface MarkdownTextProps {
  readonly text: string;
  readonly isInert?: boolean;
}

/** Sanitised Markdown: a model's text is not trusted. Of HTML in it the words alone are left. */
export default memo(function MarkdownText({ text, isInert = false }: MarkdownTextProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.markdown}>
      <ReactMarkdown
        remarkPlugins={remarkPlugins}
        remarkRehypeOptions={{ footnoteLabel: t('faces.footnotes') }}
        rehypePlugins={[rehypeSanitize]}
        components={isInert ? inert : components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
});
