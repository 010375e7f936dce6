/** What a conversation is called until it has a title. */
export const untitled = 'New conversation';
