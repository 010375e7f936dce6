import { createContext, type RefObject, useContext } from 'react';

/** How the composer brings the transcript beside it back to its end. */
export const ChatScrollContext = createContext<RefObject<() => void>>({ current: () => {} });

/** The transcript's way to its end, for whoever adds to it. */
export function useChatScroll(): RefObject<() => void> {
  return useContext(ChatScrollContext);
}
