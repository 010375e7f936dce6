/** What the shape of a conversation depends on. */
export interface TreeNode {
  id: string;
  parentId: string | null;
  siblingOrder: number;
}

/** The messages from the first one down to `leafId`; empty when there is no such message. */
export function branchTo<T extends TreeNode>(messages: readonly T[], leafId: string | null): T[] {
  const unvisited = new Map<string | null, T>(messages.map((message) => [message.id, message]));
  const branch: T[] = [];
  for (let next = unvisited.get(leafId); next; next = unvisited.get(next.parentId)) {
    branch.push(next);
    unvisited.delete(next.id);
  }
  return branch.reverse();
}

/** The messages that stand at the same place as `message`, itself included, in the order in which they came. */
export function siblingsOf<T extends TreeNode>(messages: readonly T[], message: TreeNode): T[] {
  return messages
    .filter((other) => other.parentId === message.parentId)
    .sort((a, b) => a.siblingOrder - b.siblingOrder);
}

/** The end of the branch that goes on from `id` by the newest message at every fork. */
export function newestLeafUnder(messages: readonly TreeNode[], id: string | null): string | null {
  const newest = new Map<string | null, TreeNode>();
  for (const message of messages) {
    const known = newest.get(message.parentId);
    if (!known || known.siblingOrder < message.siblingOrder) newest.set(message.parentId, message);
  }
  let leaf = id;
  for (let next = newest.get(leaf); next; next = newest.get(leaf)) {
    newest.delete(leaf);
    leaf = next.id;
  }
  return leaf;
}
