/** `System.Time`: milliseconds of a day; beyond midnight it begins again. */
import { ApexTime } from '../../../../runtime/values/dates.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { timeOf } from './calendar.ts';

const { m } = membersOf<ApexTime>();

export const timeDeclaration = standardClass('System.Time', [
  m('Time addHours(Integer hours)', (self, hours) => timeOf(self.ms + required(hours) * 3_600_000)),
  m('Time addMilliseconds(Integer milliseconds)', (self, milliseconds) => timeOf(self.ms + required(milliseconds))),
  m('Time addMinutes(Integer minutes)', (self, minutes) => timeOf(self.ms + required(minutes) * 60_000)),
  m('Time addSeconds(Integer seconds)', (self, seconds) => timeOf(self.ms + required(seconds) * 1000)),
  m('Integer hour()', (self) => Math.floor(self.ms / 3_600_000)),
  m('Integer millisecond()', (self) => self.ms % 1000),
  m('Integer minute()', (self) => Math.floor(self.ms / 60_000) % 60),
  m('Integer second()', (self) => Math.floor(self.ms / 1000) % 60),
  m(
    'static Time newInstance(Integer hour, Integer minutes, Integer seconds, Integer milliseconds)',
    (hour, minutes, seconds, milliseconds) =>
      timeOf(required(hour) * 3_600_000 + required(minutes) * 60_000 + required(seconds) * 1000 + required(milliseconds)),
  ),
]);
