const afterPreposition = /\b(?:about|announcing|promoting|asking|of|on|for|regarding)\s+(.+)$/is;
const audienceOrPlace =
  /^(?:(?:my|our|the|a|an|new|all)\s+)*(?:customers?|clients?|instagram|facebook|linkedin|tiktok|twitter|x|(?:my |our |the )?(?:web ?site|blog|shop|newsletter)|us|me)\b[\s,]*/i;
const longestTopic = 80;

/** What a request is about: the words after "about", "for" and the like, without the place where it will appear. */
export function topicOf(question: string): string | undefined {
  const rest = afterPreposition.exec(question.split(/[.?!\n]/)[0] ?? '')?.[1]?.trim();
  if (rest === undefined) return undefined;
  if (audienceOrPlace.test(rest)) return topicOf(rest.replace(audienceOrPlace, ''));
  return rest === '' ? undefined : rest.slice(0, longestTopic).trim();
}
