/** The first line of every answer: what this is, in one breath. */
export const notice =
  '*Offline rehearsal: no language model is connected. This is put together from what you saved here.*';
