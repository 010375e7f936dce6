import { assertSafeLogin } from '../../connection/assert-safe-login.ts';
import { openDatabase } from '../../context/open-database.ts';
import { openServiceDatabase } from '../../service/open-service-database.ts';
import { type Check, ok, wrong } from '../check.ts';

/** The app's and the service's login work, and row-level security binds the app's. */
export const logins: Check = {
  name: 'logins',
  run: async ({ provided }) => {
    const app = openDatabase({ url: provided.direct.app, max: 1 });
    const service = openServiceDatabase({ url: provided.direct.service, max: 1 });
    try {
      await assertSafeLogin(app);
      await service.asService('doctor', async () => {});
      return ok('commons_app and commons_service connect, and policies bind commons_app');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return wrong(why, 'Correct the addresses, or run "pnpm db setup" with an administrator’s.');
    } finally {
      await Promise.all([app.close(), service.close()]);
    }
  },
};
