/** System.FeatureManagement: custom permissions of the running user. Package feature parameters are gaps. */
import { apexError } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { membersOf, standardClass } from '../../declare.ts';

const { m } = membersOf<null>();

export const featureManagement = standardClass(
  'System.FeatureManagement',
  [
    m('static Boolean checkPermission(String apiName)', (apiName) => {
      if (apiName === null) throw apexError('NullPointerException', 'Argument cannot be null.');
      return current().data.rights.customPermission(apiName);
    }),
  ],
  {
    notSupported: [
      'checkPackageBooleanValue(String)',
      'checkPackageDateValue(String)',
      'checkPackageIntegerValue(String)',
      'changeProtection(String, String, String)',
      'setPackageBooleanValue(String, Boolean)',
      'setPackageDateValue(String, Date)',
      'setPackageIntegerValue(String, Integer)',
    ],
  },
);
