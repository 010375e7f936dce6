import { Title } from '@mantine/core';
import { useEffect } from 'react';
import classes from './account.module.css';
import { ActivityList } from './activity-list.tsx';
import { Appearance } from './appearance.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { Devices } from './devices.tsx';
import { OwnData } from './own-data.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { Section } from './section.tsx';
import { WaysToSignIn } from './ways-to-sign-in.tsx';

/** Everything about one's own account that has a server behind it. */
export function AccountPage() {
  useEffect(() => {
    const before = document.title;
    document.title = 'Account · Commons';
    return () => {
      document.title = before;
    };
  }, []);
  return (
    <div className={classes.page}>
      <Title order={1}>Account</Title>
      <Section id="profile" title="Profile" about="How the apps address you.">
        <ProfileForm />
      </Section>
      <Section id="password" title="Password" about="A new password signs you out on every other device.">
        <PasswordForm />
      </Section>
      <WaysToSignIn />
      <Section id="devices" title="Devices" about="Where you are signed in. What you don’t know, sign out.">
        <Devices />
      </Section>
      <Section id="activity" title="Activity" about="What was done under your name, the newest first.">
        <ActivityList />
      </Section>
      <Section id="appearance" title="Appearance" about="For every app, on this device.">
        <Appearance />
      </Section>
      <Section
        id="data"
        title="Your data"
        about="Everything that is yours, in every app, as one file (JSON)."
      >
        <OwnData />
      </Section>
      <Section
        id="delete"
        title="Delete account"
        about="For good. Download your data first, if you want to keep it."
      >
        <DeleteAccount />
      </Section>
    </div>
  );
}
