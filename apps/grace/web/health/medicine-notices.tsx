import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { entryNotices } from '../../medicine/notices.ts';
import { statusOf } from '../../medicine/status.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import forms from '../medications/forms.module.css';
import { Unchecked } from '../medications/unchecked.tsx';
import { useNowSince } from '../medications/use-now-since.ts';

const over = new Set(['stopped', 'finished', 'error']);

/** Tells of medicines that are taken although an allergy, as it is being entered, names what is in them. */
export function MedicineNotices({ substance }: { substance: string }) {
  const trpc = useTRPC();
  const { id: profileId, preferredName } = useProfile();
  const medications = useQuery(trpc.medications.list.queryOptions({ profileId }));
  const now = useNowSince(medications.dataUpdatedAt);
  const found = (medications.data ?? [])
    .filter((one) => !over.has(statusOf(one, now)))
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
      <div role="status">
        {found.length > 0 && (
          <div className={forms.notices}>
            <strong>
              <IconAlertTriangle size={20} aria-hidden="true" />
              Please look at this before you go on
            </strong>
            <ul>
              {found.map(({ id, name, isFamily }) => (
                <li key={id}>
                  {preferredName} takes {name}
                  {isFamily ? ', which is related to it.' : ', which contains it.'}
                </li>
              ))}
            </ul>
            <p>
              This is not a complete interaction check. Ask a doctor or a pharmacist before anything is
              changed.
            </p>
          </div>
        )}
      </div>
    </>
  );
}
