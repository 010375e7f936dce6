const claim =
  /\b(ph\.?d|mba|dr\.|prof(\.|essor)|doctorate|harvard|stanford|oxford|mit|world[- ]class|world[- ]renowned|renowned|award|acclaimed|leading (authority|expert)|expert (in|with|on)|certified|board[- ]certified|chartered|licensed|(\d+|ten|twenty|thirty)\+? years? of experience|former (ceo|cfo|cto|partner|judge|minister))\b/gi;

/** What makes a persona sound as if it knew more than a model does. */
export const claimsIn = (text: string): string[] => text.match(claim) ?? [];
