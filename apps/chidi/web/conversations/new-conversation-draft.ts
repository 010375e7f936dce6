/** The draft of whatever conversation begins next, about whichever business. */
export const newConversationDraft = 'new-conversation';
