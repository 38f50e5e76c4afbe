trigger BatchErrorTrigger on BatchApexErrorEvent(after insert) {
  EventShelf.keepErrors(Trigger.new);
}
