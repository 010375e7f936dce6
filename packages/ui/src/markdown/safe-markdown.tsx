import { memo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { CodeBlock } from './code-block.tsx';
import type { MarkdownProps } from './markdown.tsx';
import { SafeLink } from './safe-link.tsx';
import { safeUrl } from './safe-url.ts';
import { ScrollingTable } from './scrolling-table.tsx';
import { settleMarkdown } from './settle-markdown.ts';
import { splitBlocks } from './split-blocks.ts';

const plugins = [remarkGfm];

/** The headings of a text are parts of the page, whose own `h1` stands above them. */
const headings: Components = {
  h1: ({ children }) => <h2>{children}</h2>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
  h6: ({ children }) => <h6>{children}</h6>,
};

const components: Components = {
  ...headings,
  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
  img: ({ src, alt }) => (
    <SafeLink href={typeof src === 'string' ? src : undefined}>{alt || 'image'}</SafeLink>
  ),
  pre: ({ node, children }) => <CodeBlock node={node}>{children}</CodeBlock>,
  input: ({ checked = false }) => (
    <input type="checkbox" checked={checked} disabled readOnly aria-label={checked ? 'Done' : 'To do'} />
  ),
  table: ({ children }) => <ScrollingTable>{children}</ScrollingTable>,
};

/** The renderer behind `Markdown`: block by block, so that only the block that grows is parsed again. */
export default function SafeMarkdown({ text, unfinished = false }: MarkdownProps): ReactNode {
  const blocks = splitBlocks(text);
  return blocks.map((block, index) => {
    const cutOff = unfinished && index === blocks.length - 1;
    // Text only grows at its end, so the place of a block is its identity.
    return <Block key={index} text={cutOff ? settleMarkdown(block) : block} />;
  });
}

const Block = memo(function Block({ text }: { text: string }) {
  return (
    <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={safeUrl}>
      {text}
    </ReactMarkdown>
  );
});
