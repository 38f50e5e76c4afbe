trigger AlarmTrigger on Alarm__e(after insert) {
  EventShelf.keep(Trigger.new);
}
