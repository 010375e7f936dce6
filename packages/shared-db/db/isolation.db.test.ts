import { describeIsolation } from '../testing/index.ts';
import { isolation } from './isolation.ts';

describeIsolation({ schemas: ['app', 'identity', 'public'], expectations: isolation });
