import type { MutantArea } from '../mutant.ts';

const functions = 'apps/grace/db/migrations/20261121T1805_invitations_and_consents/up.sql';

export const graceAccess: MutantArea = {
  title: 'Who may see and change what in GRACE',
  mutants: [
    {
      id: 'invitation-secret',
      without: 'the address alone takes the invitation',
      file: functions,
      find: 'where pending.token_hash = p_token_hash and pending.email',
      replace: 'where pending.email',
      test: 'apps/grace/server/invitations/invitations.db.test.ts',
    },
    {
      id: 'invitation-expires',
      without: 'an invitation that ran out is accepted',
      file: functions,
      find: `    and pending.expires_at > clock_timestamp()
`,
      replace: '',
      test: 'apps/grace/server/invitations/invitations.db.test.ts',
    },
    {
      id: 'invitation-settled',
      without: 'an invitation that was cancelled or declined is accepted',
      file: functions,
      find: `    and num_nonnulls(pending.accepted_at, pending.declined_at, pending.cancelled_at) = 0
`,
      replace: '',
      test: 'apps/grace/server/invitations/invitations.db.test.ts',
    },
    {
      id: 'invitation-holder',
      without: 'a holder becomes a caregiver of their own',
      file: functions,
      find: 'if invitation.granted_by = (select app.user_id()) then',
      replace: 'if false then',
      test: 'apps/grace/server/invitations/invitations.db.test.ts',
    },
    {
      id: 'invitation-text',
      without: 'a text is accepted that nobody has read',
      file: functions,
      find: 'if grace.hash_of(invitation.consent_text) is distinct from p_consent_hash then',
      replace: 'if false then',
      test: 'apps/grace/server/invitations/invitations.db.test.ts',
    },
    {
      id: 'invitation-inviter',
      without: 'an invitation is made in the name of somebody else',
      file: functions,
      find: 'into new.granted_by, new.granted_by_name, new.basis, new.person_name',
      replace: 'into new.granted_by_name, new.granted_by_name, new.basis, new.granted_by_name',
      test: 'apps/grace/server/invitations/invitations.db.test.ts',
    },
    {
      id: 'invitation-settled-stays',
      without: 'an invitation that was accepted is cancelled',
      file: functions,
      find: 'if num_nonnulls(old.accepted_at, old.declined_at, old.cancelled_at) > 0 then return null; end if;',
      replace: '',
      test: 'apps/grace/server/invitations/invitations.db.test.ts',
    },
    {
      id: 'grant-holder',
      without: 'a caregiver widens a grant',
      file: functions,
      find: `    and one.profile_id in (select grace.held_profiles())
  for update;`,
      replace: `    and one.profile_id in (select grace.visible_profiles())
  for update;`,
      test: 'apps/grace/server/caregivers/caregivers.db.test.ts',
    },
    {
      id: 'grant-version',
      without: 'a change overwrites another',
      file: functions,
      find: 'where one.id = p_caregiver_id and one.version = p_version and',
      replace: 'where one.id = p_caregiver_id and',
      test: 'apps/grace/server/caregivers/caregivers.db.test.ts',
    },
    {
      id: 'grant-end-invitations',
      without: 'whoever lost access comes back by an older invitation',
      file: functions,
      find: `  update grace.invitations as invitation set cancelled_at = now()
`,
      replace: `  update grace.invitations as invitation set cancelled_at = null
`,
      test: 'apps/grace/server/caregivers/caregivers.db.test.ts',
    },
    {
      id: 'grant-ended-stays',
      without: 'a grant that has ended comes back',
      file: functions,
      find: `  old.ended_by := new.ended_by;
  if new.ended_by is null then return old; end if;
  return null;`,
      replace: '  return new;',
      test: 'apps/grace/server/caregivers/caregivers.db.test.ts',
    },
    {
      id: 'grant-columns',
      without: 'a holder changes a grant without a record',
      file: functions,
      find: 'GRANT SELECT, UPDATE ("relationship", "escalation_order") ON "grace"."caregivers"',
      replace:
        'GRANT SELECT, UPDATE ("relationship", "escalation_order", "level", "scopes", "ends_at", "ended_at") ON "grace"."caregivers"',
      test: 'apps/grace/server/caregivers/caregivers.db.test.ts',
    },
    {
      id: 'access-line-transaction',
      without: 'a line of another transaction opens the record',
      file: functions,
      find: `          and entry.transaction_id = pg_current_xact_id_if_assigned()::text::bigint
`,
      replace: '',
      test: 'apps/grace/db/access-log.db.test.ts',
    },
    {
      id: 'access-line-time',
      without: 'a line of long ago opens the record',
      file: functions,
      find: `          and entry.at = now()
`,
      replace: '',
      test: 'apps/grace/db/access-log.db.test.ts',
    },
    {
      id: 'access-line-resource',
      without: 'a line about one thing opens another',
      file: functions,
      find: `          and entry.resource = p_resource
`,
      replace: '',
      test: 'apps/grace/db/access-log.db.test.ts',
    },
    {
      id: 'access-scope',
      without: 'somebody reads without the scope',
      file: functions,
      find: `if p_profile_id not in (select grace.profiles_within(p_resource, 'view')) then return false; end if;`,
      replace: 'if p_profile_id not in (select grace.visible_profiles()) then return false; end if;',
      test: 'apps/grace/db/access-log.db.test.ts',
    },
    {
      id: 'access-via',
      without: 'a reading passes as that of a link',
      file: functions,
      find: `if p_via not in ('app', 'export') then`,
      replace: 'if false then',
      test: 'apps/grace/db/access-log.db.test.ts',
    },
    {
      id: 'grant-clock',
      without: 'a grant that ran out still stands in an open transaction',
      file: 'apps/grace/db/migrations/20261121T1848_grants_by_the_clock/up.sql',
      find: 'and caregiver.ends_at > clock_timestamp()',
      replace: 'and caregiver.ends_at > now()',
      test: 'apps/grace/db/access-log.db.test.ts',
    },
    {
      id: 'grant-scope',
      without: 'a grant reaches every scope',
      file: functions,
      find: `      and p_scope = any (caregiver.scopes)
`,
      replace: '',
      test: 'apps/grace/db/access-matrix.db.test.ts',
    },
    {
      id: 'grant-level',
      without: 'a grant reaches every level',
      file: functions,
      find: `
      and array_position(levels, caregiver.level::text) >= array_position(levels, p_level)`,
      replace: '',
      test: 'apps/grace/db/access-matrix.db.test.ts',
    },
    {
      id: 'grant-told',
      without: 'an open page does not hear that its access has ended',
      file: 'apps/grace/server/care/change-profile.ts',
      find: 'people: [...before, ...(await peopleAround(tx, profileId))]',
      replace: 'people: await peopleAround(tx, profileId)',
      test: 'apps/grace/server/revocation.db.test.ts',
    },
    {
      id: 'access-log-holder',
      without: 'a caregiver reads the access log',
      file: 'apps/grace/server/access-log/list.ts',
      find: `    await assertHolder(tx, ctx, profileId);
`,
      replace: '',
      test: 'apps/grace/server/revocation.db.test.ts',
    },
    {
      id: 'invitation-token-log',
      without: 'the secret of an invitation is kept',
      file: 'apps/grace/server/invitations/create.ts',
      find: 'tokenHash: hashToken(token),',
      replace: 'tokenHash: hashToken(token), relationship: token,',
      test: 'apps/grace/server/invitations/invitations.db.test.ts',
    },
    {
      id: 'ended-without-mail',
      without: 'a grant stands for as long as no mail may be posted',
      file: 'apps/grace/server/caregivers/end.ts',
      find: "    ctx.log.warn({ caregiverId: id }, 'nobody could be told that a grant has ended');",
      replace: "    throw new AppError('RATE_LIMITED');",
      test: 'apps/grace/server/caregivers/caregivers.db.test.ts',
    },
  ],
};
