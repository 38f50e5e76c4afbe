/** Classes of the platform that have nothing here yet: named, so that using them is reported as NotSupported and not as a mistake. */
import { standardClass } from '../../declare.ts';

export const orgLimits = standardClass('System.OrgLimits', [], { notSupported: ['getAll()', 'getMap()'] });

export const flexQueue = standardClass('System.FlexQueue', [], {
  notSupported: ['moveAfterJob(Id, Id)', 'moveBeforeJob(Id, Id)', 'moveJobToEnd(Id)', 'moveJobToFront(Id)'],
});
