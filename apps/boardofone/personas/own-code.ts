/** By which code seats name somebody's own voice; the tables make the same of its id. */
export const ownCode = (id: string): string => `mine_${id.replaceAll('-', '')}`;
