import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type EntryNotice, entryNotices } from '../../medicine/notices.ts';
import { statusOf } from '../../medicine/status.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './forms.module.css';
import { Unchecked } from './unchecked.tsx';

interface EntryNoticesProps {
  name: string;
  ingredients: string[];
  /** The medicine itself, when it is there already. */
  id?: string;
  now: number;
}

const over = new Set(['stopped', 'finished', 'error']);

/** Tells of the same ingredient in another medicine, and of allergies. It never stands in the way. */
export function EntryNotices({ name, ingredients, id, now }: EntryNoticesProps) {
  const trpc = useTRPC();
  const { id: profileId, preferredName } = useProfile();
  const medications = useQuery(trpc.medications.list.queryOptions({ profileId }));
  const allergies = useQuery(trpc.allergies.list.queryOptions({ profileId }));
  const others = (medications.data ?? []).filter((one) => one.id !== id && !over.has(statusOf(one, now)));
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
      <div role="status">
        {notices.length > 0 && (
          <div className={classes.notices}>
            <strong>
              <IconAlertTriangle size={20} aria-hidden="true" />
              Please look at this before you go on
            </strong>
            <ul>
              {notices.map((notice) => (
                <li key={`${notice.kind} ${notice.ingredient} ${notice.found}`}>
                  {wordsOf(notice, preferredName)}
                </li>
              ))}
            </ul>
            <p>This is not a complete interaction check. A pharmacist can make one.</p>
          </div>
        )}
      </div>
    </>
  );
}

function wordsOf({ kind, ingredient, found, isFamily }: EntryNotice, person: string): string {
  if (kind === 'duplicate') return `${found} contains ${ingredient} as well. Together it may be too much.`;
  if (isFamily) return `${person} is allergic to ${found}, and ${ingredient} is related to it.`;
  return `${person} is allergic to ${found}.`;
}
