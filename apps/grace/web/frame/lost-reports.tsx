import { Button } from '@mantine/core';
import { formatInstant } from '../formats/format-time.ts';
import { outcomeOf } from '../outbox/departure-text.ts';
import { useOutbox, useOutboxItems } from '../outbox/outbox-context.ts';

/** What somebody reported whose access has ended before the server had it: nobody else knows of it. */
export function LostReports({ profileId }: { profileId: string }) {
  const outbox = useOutbox();
  const items = useOutboxItems(profileId);
  if (items.length === 0) return null;
  return (
    <div role="alert">
      <p>
        <strong>This did not get into the record any more.</strong> Tell whoever cares now:
      </p>
      <ul>
        {items.map((item) => (
          <li key={item.input.id}>
            {item.name}, {outcomeOf(item)}: {formatInstant(item.zone, item.input.actualAt)}
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        onClick={() => void Promise.all(items.map(({ input }) => outbox.remove(input.id)))}
      >
        I have told them
      </Button>
    </div>
  );
}
