export { accounts } from '../identity/accounts.ts';
export { authUsers } from '../identity/auth-users.ts';
export { emailVerifications } from '../identity/email-verifications.ts';
export { externalSubjects } from '../identity/external-subjects.ts';
export { sessions } from '../identity/sessions.ts';
export { verifications } from '../identity/verifications.ts';
export type { Listener, Notifications } from '../listen/notifications.ts';
export { type NotificationsOptions, openNotifications } from '../listen/open-notifications.ts';
export { openServiceDatabase, type ServiceDatabase } from './open-service-database.ts';
