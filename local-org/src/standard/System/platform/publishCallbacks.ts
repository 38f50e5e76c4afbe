/** What `EventBus.publish` tells a callback: which events were published, or were not. async/ makes it. */
import { ApexList } from '../../../runtime/values/collections.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { membersOf, standardInterface } from '../../declare.ts';

export class PublishResult extends LibraryObject {
  readonly apexType: string;
  readonly uuids: readonly string[];
  constructor(succeeded: boolean, uuids: readonly string[]) {
    super();
    this.apexType = succeeded ? 'EventBus.SuccessResult' : 'EventBus.FailureResult';
    this.uuids = uuids;
  }
}

const { m } = membersOf<PublishResult>();
const members = [m('List<String> getEventUuids()', (self) => new ApexList('String', [...self.uuids]))];

export const publishCallbackDeclarations = [
  standardInterface('EventBus.FailureResult', ['List<String> getEventUuids()'], { members }),
  standardInterface('EventBus.SuccessResult', ['List<String> getEventUuids()'], { members }),
  standardInterface('EventBus.EventPublishFailureCallback', ['void onFailure(EventBus.FailureResult result)']),
  standardInterface('EventBus.EventPublishSuccessCallback', ['void onSuccess(EventBus.SuccessResult result)']),
];
