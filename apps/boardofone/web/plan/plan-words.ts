import type { Plan } from '../client.ts';

export const tierTitles: Record<Plan['tier'], string> = {
  free: 'Free',
  pro: 'Pro',
  enterprise: 'Enterprise',
};

/** What a person has to know about what they pay for; undefined where it simply goes on. */
export function subscriptionWords({ subscription }: Pick<Plan, 'subscription'>): string | undefined {
  if (!subscription) return undefined;
  const { tier, state, isEnding, periodEndsAt } = subscription;
  const title = tierTitles[tier];
  const day = periodEndsAt && dayOf(periodEndsAt);
  if (state === 'past_due') {
    return `The last payment for ${title} did not go through. It is tried again for some days; pay by another way before ${title} ends.`;
  }
  if (state === 'unpaid')
    return `${title} is not paid, so it does not hold at the moment. Pay it, or cancel it.`;
  if (state === 'ended') return undefined;
  if (isEnding) {
    return `${title} is cancelled${day ? ` and holds until ${day}` : ''}. Sessions that run then go on; new ones have the limits of Free.`;
  }
  return day ? `${title} goes on by itself on ${day}.` : undefined;
}

const dayOf = (at: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(Date.parse(at));
