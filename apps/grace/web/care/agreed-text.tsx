import { Title } from '@mantine/core';
import { consentText } from '../../consent/consent-text.ts';
import { dayBounds } from '../../schedule/zone.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './care.module.css';
import type { GrantValues } from './grant-values.ts';

const unnamed = 'this person';

/** The text that both sides agree to, as it will be sent. */
export function AgreedText({ values, name }: { values: GrantValues; name: string }) {
  const { fullName, holderName, basis, timeZone } = useProfile();
  if (values.scopes.length === 0 || !/^\d{4}-\d\d-\d\d$/.test(values.lastDay)) return null;
  const isNamed = name.trim() !== '';
  const text = consentText({
    ...values,
    personName: fullName,
    holderName,
    basis,
    timeZone,
    caregiverName: isNamed ? name.trim() : unnamed,
    endsAt: new Date(dayBounds(timeZone, values.lastDay).end),
  });
  return (
    <section className={classes.section} aria-labelledby="agreed">
      <Title order={2} id="agreed">
        What both of you agree to
      </Title>
      <p className={classes.text}>{isNamed ? text : text.replaceAll(/^this/gm, 'This')}</p>
    </section>
  );
}
