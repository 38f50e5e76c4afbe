/**
 * ConnectApi is not modelled but for what its methods do in a test that does not see the org's data: "most Connect in Apex
 * methods … require access to real organization data, and fail unless used in test methods marked @IsTest(SeeAllData=true)".
 * Libraries ask `ChatterUsers.getFollowings` to learn whether the test they run in does.
 */
import { apexError, NotSupported } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import { membersOf, standardClass, type StandardDeclaration } from '../declare.ts';

function refused(method: string): never {
  const { test } = current();
  if (test === null || test.seesAllData) throw new NotSupported(method);
  throw apexError(
    'UnsupportedOperationException',
    'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
  );
}

const { m } = membersOf<never>();

export const declarations: readonly StandardDeclaration[] = [
  standardClass('ConnectApi.FollowingPage', []),
  standardClass('ConnectApi.ChatterUsers', [
    m('static ConnectApi.FollowingPage getFollowings(String communityId, String userId)', () =>
      refused('ConnectApi.ChatterUsers.getFollowings'),
    ),
  ]),
];
