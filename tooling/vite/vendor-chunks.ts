import type { Rolldown } from 'vite';

type ChunkGroup = NonNullable<Rolldown.CodeSplittingOptions['groups']>[number];

/**
 * Libraries in chunks of their own, so that a change to an app leaves them in the browser's cache. Only what the
 * first page needs is grouped: lazily loaded libraries stay with the page that asks for them.
 */
export const vendorChunks: ChunkGroup[] = [
  {
    name: 'react',
    test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/,
    tags: ['$initial'],
    priority: 2,
  },
  { name: 'mantine', test: /[\\/]node_modules[\\/]@mantine[\\/]/, tags: ['$initial'], priority: 2 },
  { name: 'vendor', test: /[\\/]node_modules[\\/]/, tags: ['$initial'], priority: 1 },
];
