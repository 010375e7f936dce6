const bytesPerToken = 3;

/** The most tokens that so many bytes of text can be: no alphabet has more than one token to three bytes of UTF-8. */
export const mostTokens = (bytes: number): number => Math.ceil(bytes / bytesPerToken);
