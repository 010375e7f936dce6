import { useQuery } from '@tanstack/react-query';
import { entryNotices } from '../../medicine/notices.ts';
import { isOver, statusOf } from '../../medicine/status.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { LookBefore } from '../medications/look-before.tsx';
import { Unchecked } from '../medications/unchecked.tsx';
import { useNowSince } from '../medications/use-now-since.ts';

/** Tells of medicines that are taken although an allergy, as it is being entered, names what is in them. */
export function MedicineNotices({ substance }: { substance: string }) {
  const trpc = useTRPC();
  const { id: profileId, preferredName } = useProfile();
  const medications = useQuery(trpc.medications.list.queryOptions({ profileId }));
  const now = useNowSince(medications.dataUpdatedAt);
  const found = (medications.data ?? [])
    .filter((one) => !isOver(statusOf(one, now)))
    .flatMap((one) =>
      entryNotices(one, [], [{ substance }])
        .slice(0, 1)
        .map(({ isFamily }) => ({ ...one, isFamily })),
    );
  return (
    <>
      <Unchecked query={medications} what="The medicines">
        The medicines could not be read, so they are not checked against this allergy.
      </Unchecked>
      <LookBefore
        notices={found.map(({ id, name, isFamily }) => ({
          key: id,
          words: `${preferredName} takes ${name}, which ${isFamily ? 'is related to' : 'contains'} it.`,
        }))}
      >
        Ask a doctor or a pharmacist before anything is changed.
      </LookBefore>
    </>
  );
}
