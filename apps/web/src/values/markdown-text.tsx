import { ExternalLink } from 'lucide-react';
import { memo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import { useTexts } from '../i18n/i18n.ts';
import styles from './markdown-text.module.css';

/**
 * A link tells where it leads: a model may have written another address into its words. Opened apart from this page, which
 * it learns nothing of.
 */
function ShownLink({ href, children }: { readonly href?: string | undefined; readonly children?: React.ReactNode }) {
  const host = hostOf(href);
  if (href === undefined || href === '') return <>{children}</>;
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
};

/** Without anything that takes a click, for places that are clicked themselves. */
const inert: Components = {
  img: ({ alt }) => <em>{alt}</em>,
  a: ({ children }) => <u>{children}</u>,
  input: () => null,
};

interface MarkdownTextProps {
  readonly text: string;
  readonly isInert?: boolean;
}

/** Sanitised Markdown: a model's text is not trusted. Of HTML in it the words alone are left. */
export default memo(function MarkdownText({ text, isInert = false }: MarkdownTextProps): React.ReactElement {
  return (
    <div className={styles.markdown}>
      <ReactMarkdown rehypePlugins={[rehypeSanitize]} components={isInert ? inert : components}>
        {text}
      </ReactMarkdown>
    </div>
  );
});
