import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchTo, newestLeafUnder, siblingsOf, type TreeNode } from './branch.ts';

/** Trees of any shape, in any order: each message hangs under one that came before it, or at the root. */
const trees = fc.array(fc.option(fc.nat(), { freq: 8 }), { maxLength: 40 }).chain((parents) => {
  const nodes: TreeNode[] = [];
  for (const [index, parent] of parents.entries()) {
    const parentId = parent === null || index === 0 ? null : `m${parent % index}`;
    const siblingOrder = nodes.filter((node) => node.parentId === parentId).length + 1;
    nodes.push({ id: `m${index}`, parentId, siblingOrder });
  }
  return fc.shuffledSubarray(nodes, { minLength: nodes.length });
});
const treesWithNode = trees
  .filter((nodes) => nodes.length > 0)
  .chain((nodes) => fc.tuple(fc.constant(nodes), fc.constantFrom(...nodes)));

describe('the branch to a message', () => {
  it('leads from a first message to it, each the child of the one before', () => {
    fc.assert(
      fc.property(treesWithNode, ([nodes, leaf]) => {
        const branch = branchTo(nodes, leaf.id);

        expect(branch.at(-1)).toBe(leaf);
        expect(branch.map(({ parentId }) => parentId)).toEqual([
          null,
          ...branch.slice(0, -1).map(({ id }) => id),
        ]);
      }),
    );
  });

  it('is empty when there is no such message', () => {
    fc.assert(
      fc.property(trees, (nodes) => {
        expect(branchTo(nodes, 'gone')).toEqual([]);
        expect(branchTo(nodes, null)).toEqual([]);
      }),
    );
  });

  it('begins with what is there when its beginning is missing', () => {
    const nodes = [{ id: 'b', parentId: 'a', siblingOrder: 1 }];

    expect(branchTo(nodes, 'b')).toEqual(nodes);
  });

  it('ends even when the messages go round in a circle', () => {
    const nodes = [
      { id: 'a', parentId: 'b', siblingOrder: 1 },
      { id: 'b', parentId: 'a', siblingOrder: 1 },
    ];

    expect(branchTo(nodes, 'a').map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('the siblings of a message', () => {
  it('are all at its place, itself included, in the order in which they came', () => {
    fc.assert(
      fc.property(treesWithNode, ([nodes, node]) => {
        const siblings = siblingsOf(nodes, node);

        expect(siblings).toContain(node);
        expect(siblings.map(({ siblingOrder }) => siblingOrder)).toEqual(
          siblings.map((_, index) => index + 1),
        );
        expect(nodes.filter(({ parentId }) => parentId === node.parentId)).toHaveLength(siblings.length);
      }),
    );
  });
});

describe('the newest leaf under a message', () => {
  it('is reached through the newest of the siblings at every fork', () => {
    fc.assert(
      fc.property(treesWithNode, ([nodes, node]) => {
        const leaf = newestLeafUnder(nodes, node.id);
        const below = branchTo(nodes, leaf).slice(branchTo(nodes, node.id).length);

        expect(nodes.some(({ parentId }) => parentId === leaf)).toBe(false);
        for (const step of below) expect(siblingsOf(nodes, step).at(-1)).toBe(step);
      }),
    );
  });

  it('of a message without any below it is that message', () => {
    expect(newestLeafUnder([], 'a')).toBe('a');
  });

  it('of a whole conversation ends its newest branch, and there is none in an empty one', () => {
    const nodes = [
      { id: 'a', parentId: null, siblingOrder: 1 },
      { id: 'b', parentId: null, siblingOrder: 2 },
      { id: 'c', parentId: 'b', siblingOrder: 1 },
    ];

    expect(newestLeafUnder(nodes, null)).toBe('c');
    expect(newestLeafUnder([], null)).toBeNull();
  });

  it('ends even when the messages go round in a circle', () => {
    const nodes = [
      { id: 'a', parentId: 'b', siblingOrder: 1 },
      { id: 'b', parentId: 'a', siblingOrder: 1 },
    ];

    expect(['a', 'b']).toContain(newestLeafUnder(nodes, 'a'));
  });

  it('is found at once in a conversation of ten thousand messages', () => {
    const nodes = Array.from({ length: 10_000 }, (_, index) => ({
      id: `m${index}`,
      parentId: index === 0 ? null : `m${index - 1}`,
      siblingOrder: 1,
    }));
    const startedAt = performance.now();

    expect(newestLeafUnder(nodes, null)).toBe('m9999');
    expect(branchTo(nodes, 'm9999')).toHaveLength(10_000);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
