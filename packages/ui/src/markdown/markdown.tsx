import { lazy, type ReactNode, Suspense, useDeferredValue } from 'react';
import classes from './markdown.module.css';
import { PlainText } from './plain-text.tsx';

/** A text to render. */
export interface MarkdownProps {
  text: string;
  /** The end is missing, for now or for good: half-written marks are settled, so that they neither flicker nor show. */
  unfinished?: boolean | undefined;
}

/** Without the renderer (the page went offline before it was loaded) the words are still readable. */
const withoutRenderer = { default: ({ text }: MarkdownProps): ReactNode => <PlainText text={text} /> };

const load = () => import('./safe-markdown.tsx').catch(() => withoutRenderer);
const SafeMarkdown = lazy(load);

/** Fetches the renderer ahead of the first answer, which would otherwise begin with bare marks. */
export function preloadMarkdown(): void {
  void load();
}

/**
 * Untrusted Markdown, such as a model writes it. Raw HTML stays text, nothing is ever loaded from anywhere, links
 * show their host. The renderer arrives lazily; until then the text is shown as it is.
 */
export function Markdown({ text, unfinished = false }: MarkdownProps) {
  // Typing elsewhere on the page goes before repainting a long answer.
  const deferred = useDeferredValue(text);
  return (
    <div className={classes.markdown} dir="auto">
      <Suspense fallback={<PlainText text={deferred} />}>
        <SafeMarkdown text={deferred} unfinished={unfinished} />
      </Suspense>
    </div>
  );
}
