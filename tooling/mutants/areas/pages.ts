import type { MutantArea } from '../mutant.ts';

export const pages: MutantArea = {
  title: 'Pages and what models write',
  mutants: [
    {
      id: 'link-schemes',
      without: 'a model’s link runs a script',
      file: 'packages/ui/src/markdown/safe-url.ts',
      find: "URL.canParse(url) && schemes.has(new URL(url).protocol) ? url : ''",
      replace: 'url',
      test: 'packages/ui/src/markdown/safe-markdown.test.tsx',
    },
    {
      id: 'image-not-loaded',
      without: 'a model’s image carries data to another site',
      file: 'packages/ui/src/markdown/safe-markdown.tsx',
      find: `  img: ({ src, alt }) => (
    <SafeLink href={typeof src === 'string' ? src : undefined}>{alt || 'image'}</SafeLink>
  ),
`,
      replace: '',
      test: 'packages/ui/src/markdown/safe-markdown.test.tsx',
    },
    {
      id: 'link-host',
      without: 'a link lies about where it leads',
      file: 'packages/ui/src/markdown/safe-link.tsx',
      find: '{!honest && <span className={classes.host}> ({target})</span>}',
      replace: '',
      test: 'packages/ui/src/markdown/safe-markdown.test.tsx',
    },
    {
      id: 'link-opener',
      without: 'the page behind a link steers this one, and learns its address',
      file: 'packages/ui/src/markdown/safe-link.tsx',
      find: 'rel="noopener noreferrer nofollow"',
      replace: 'rel="nofollow"',
      test: 'packages/ui/src/markdown/safe-markdown.test.tsx',
    },
    {
      id: 'link-safe',
      without: 'links are what the renderer makes of them',
      file: 'packages/ui/src/markdown/safe-markdown.tsx',
      find: `  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
`,
      replace: '',
      test: 'packages/ui/src/markdown/safe-markdown.test.tsx',
    },
    {
      id: 'next-path',
      without: 'the sign-in page leads to another site',
      file: 'packages/ui/src/session/next-path.ts',
      find: "/^\\/(?![/\\\\])[^\\\\\\s]*$/.test(next) ? next : '/'",
      replace: 'next',
      test: 'packages/ui/src/session/next-path.test.ts',
    },
    {
      id: 'drafts-per-person',
      without: 'one person’s drafts are shown to the next at this browser',
      file: 'packages/ui/src/drafts/draft-store.ts',
      find: '`${prefix}${userId}:${key}`',
      replace: '`${prefix}${key}`',
      test: 'packages/ui/src/drafts/use-draft.test.tsx',
    },
    {
      id: 'cache-per-person',
      without: 'what was read for one person is shown to the next',
      file: 'packages/ui/src/session/person-scope.tsx',
      find: '  const [queries] = useState(createQueryClient);',
      replace: '  const queries = useQueryClient();',
      test: 'packages/ui/src/session/session-tabs.test.tsx',
    },
    {
      id: 'kept-after-sign-out',
      without: 'what a page writes last stays in the browser of somebody who has signed out',
      file: 'packages/ui/src/kept/kept-store.ts',
      find: `    signedOut.add(userId);
`,
      replace: '',
      test: 'packages/ui/src/kept/kept-store.test.ts',
    },
  ],
};
