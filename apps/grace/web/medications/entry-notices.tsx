import { useQuery } from '@tanstack/react-query';
import { type EntryNotice, entryNotices } from '../../medicine/notices.ts';
import { isOver, statusOf } from '../../medicine/status.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { LookBefore } from './look-before.tsx';
import { Unchecked } from './unchecked.tsx';

interface EntryNoticesProps {
  name: string;
  ingredients: string[];
  /** The medicine itself, when it is there already. */
  id?: string;
  now: number;
}

/** Tells of the same ingredient in another medicine, and of allergies. It never stands in the way. */
export function EntryNotices({ name, ingredients, id, now }: EntryNoticesProps) {
  const trpc = useTRPC();
  const { id: profileId, preferredName } = useProfile();
  const medications = useQuery(trpc.medications.list.queryOptions({ profileId }));
  const allergies = useQuery(trpc.allergies.list.queryOptions({ profileId }));
  const others = (medications.data ?? []).filter((one) => one.id !== id && !isOver(statusOf(one, now)));
  const known = (allergies.data ?? []).filter(({ category }) => category !== 'none_known');
  const notices = entryNotices({ name, ingredients }, others, known);
  return (
    <>
      <Unchecked query={medications} what="The other medicines">
        The other medicines could not be read, so this one is not checked against them.
      </Unchecked>
      <Unchecked query={allergies} what="The allergies">
        The allergies could not be read, so this medicine is not checked against them.
      </Unchecked>
      <LookBefore
        notices={notices.map((notice) => ({
          key: `${notice.kind} ${notice.ingredient} ${notice.found}`,
          words: wordsOf(notice, preferredName),
        }))}
      >
        A pharmacist can make one.
      </LookBefore>
    </>
  );
}

function wordsOf({ kind, ingredient, found, isFamily }: EntryNotice, person: string): string {
  if (kind === 'duplicate') return `${found} contains ${ingredient} as well. Together it may be too much.`;
  if (isFamily) return `${person} is allergic to ${found}, and ${ingredient} is related to it.`;
  return `${person} is allergic to ${found}.`;
}
