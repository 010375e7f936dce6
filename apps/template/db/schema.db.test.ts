import { describeSchema } from '@commons/shared-db/testing';
import { template } from '../app.ts';

describeSchema(template);
