import { useRoute } from 'wouter';

/** The person whose pages are open, by id, if any are. */
export function useProfileId(): string | undefined {
  const [, params] = useRoute('/p/:profileId/*?');
  return params?.profileId;
}
