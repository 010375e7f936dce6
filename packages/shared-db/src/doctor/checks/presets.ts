import { loginPresets, superuserPresets } from '../../connection/login-presets.ts';
import { readLock } from '../../lock/read-lock.ts';
import { type Check, ok, wrong } from '../check.ts';

/** The two logins that serve begin with the settings that setup gave them: a login may change its own. */
export const presets: Check = {
  name: 'presets',
  run: async ({ owner }) => {
    const found = await owner<{ login: string; preset: string }[]>`
      select setrole::regrole::text as login, unnest(setconfig) as preset from pg_db_role_setting
      where setrole = any (${`{${Object.keys(loginPresets).join()}}`}::text[]::regrole[])
        and setdatabase in (0, (select oid from pg_database where datname = current_database()))`;
    const locked = (await readLock(owner)) !== undefined;
    const faults = Object.entries(loginPresets).flatMap(([login, wanted]) => {
      const has = found.filter((one) => one.login === login).map(({ preset }) => preset);
      const due = asPresets(wanted);
      const allowed = [...due, ...asPresets(superuserPresets), ...(locked ? [readOnly] : [])];
      return [
        ...due.filter((preset) => !has.includes(preset)).map((preset) => `${login} lacks ${preset}`),
        ...has
          .filter((preset) => !allowed.includes(preset))
          .map((preset) => `${login} has ${nameOf(preset)}`),
      ];
    });
    if (faults.length === 0) return ok('the logins begin with the settings that setup gave them');
    return wrong(
      `${faults.join(', ')}, which setup did not mean`,
      'Find out who changed it. "pnpm db setup" gives presets anew; what was set for this database alone goes with "alter role … in database … reset …".',
    );
  },
};

const readOnly = 'default_transaction_read_only=on';

const asPresets = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings).map(([name, value]) => `${name}=${value}`);

const nameOf = (preset: string) => preset.slice(0, preset.indexOf('='));
