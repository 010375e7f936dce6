/** What the shape of a conversation depends on. */
export interface TreeNode {
  id: string;
  parentId: string | null;
  siblingOrder: number;
}

/** The messages from the first one down to `leafId`; empty when there is no such message. */
export function branchTo<T extends TreeNode>(messages: readonly T[], leafId: string | null): T[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const branch: T[] = [];
  let next = leafId === null ? undefined : byId.get(leafId);
  while (next && !branch.includes(next)) {
    branch.unshift(next);
    next = next.parentId === null ? undefined : byId.get(next.parentId);
  }
  return branch;
}

/** The messages that stand at the same place as `message`, itself included, in the order in which they came. */
export function siblingsOf<T extends TreeNode>(messages: readonly T[], message: TreeNode): T[] {
  return messages
    .filter((other) => other.parentId === message.parentId)
    .sort((a, b) => a.siblingOrder - b.siblingOrder);
}

/** The end of the branch that goes on from `id` by the newest message at every fork. */
export function newestLeafUnder(messages: readonly TreeNode[], id: string | null): string | null {
  const newest = siblingsOf(messages, { id: '', parentId: id, siblingOrder: 0 }).at(-1);
  return newest ? newestLeafUnder(messages, newest.id) : id;
}
